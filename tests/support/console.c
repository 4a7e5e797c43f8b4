/* What tests do with consoles of Windows, which Rust has no safe calls for; tests/windows compiles it.
 *   console close PROCESS           closes the console of a process, as far as the process can tell
 *   console show PROGRAM ARGUMENT…  runs a program in this process's own console, whose codes of colours
 *                                   are off, and prints whether they are on afterwards, and the screen */
#include <stdio.h>
#include <wchar.h>
#include <windows.h>

static int failed(const char *what) {
    fprintf(stderr, "console: %s: error %lu\n", what, GetLastError());
    return 1;
}

/* The thread that a console starts in each of its processes when its window is closed. */
static int close_console(DWORD id) {
    FARPROC routine = GetProcAddress(GetModuleHandleW(L"kernelbase.dll"), "CtrlRoutine");
    HANDLE process = OpenProcess(PROCESS_ALL_ACCESS, FALSE, id);
    if (routine == NULL || process == NULL) return failed("no such process");
    LPTHREAD_START_ROUTINE start = (LPTHREAD_START_ROUTINE)(void *)routine;
    void *event = (void *)(ULONG_PTR)CTRL_CLOSE_EVENT;
    if (CreateRemoteThread(process, NULL, 0, start, event, 0, NULL) == NULL) return failed("no thread");
    return 0;
}

static int show(wchar_t *command) {
    SECURITY_ATTRIBUTES inherited = {sizeof inherited, NULL, TRUE};
    HANDLE screen = CreateFileW(L"CONOUT$", GENERIC_READ | GENERIC_WRITE,
                                FILE_SHARE_READ | FILE_SHARE_WRITE, &inherited, OPEN_EXISTING, 0, NULL);
    DWORD mode, read;
    if (!GetConsoleMode(screen, &mode)) return failed("no console");
    SetConsoleMode(screen, mode & ~ENABLE_VIRTUAL_TERMINAL_PROCESSING);

    STARTUPINFOW start = {.cb = sizeof start, .dwFlags = STARTF_USESTDHANDLES};
    start.hStdInput = GetStdHandle(STD_INPUT_HANDLE);
    start.hStdOutput = start.hStdError = screen;
    PROCESS_INFORMATION program;
    if (!CreateProcessW(NULL, command, NULL, NULL, TRUE, 0, NULL, NULL, &start, &program))
        return failed("the program does not start");
    WaitForSingleObject(program.hProcess, INFINITE);

    GetConsoleMode(screen, &mode);
    printf("colours %s\n", mode & ENABLE_VIRTUAL_TERMINAL_PROCESSING ? "on" : "off");
    static wchar_t text[20 * 80];
    COORD top = {0, 0};
    if (!ReadConsoleOutputCharacterW(screen, text, 20 * 80, top, &read)) return failed("no screen");
    for (DWORD at = 0; at < read; at++) putchar(text[at] < 128 ? (char)text[at] : '?');
    putchar('\n');
    return 0;
}

int wmain(int count, wchar_t **arguments) {
    if (count == 3 && !wcscmp(arguments[1], L"close")) return close_console(wcstoul(arguments[2], NULL, 10));
    wchar_t *command = wcsstr(GetCommandLineW(), L" show ");
    if (count > 2 && command != NULL && !wcscmp(arguments[1], L"show")) return show(command + 6);
    fprintf(stderr, "console close PROCESS | console show PROGRAM ARGUMENT…\n");
    return 1;
}
