"""What both other tools' sites are written with: front matter as TOML, and the assets of the default theme."""
import datetime, pathlib, re, shutil

HERE = pathlib.Path(__file__).parent


def copy_assets(target):
    """The default theme's own."""
    shutil.copytree(HERE.parent.parent / "themes/default/assets", target)


def signs():
    """What is drawn within each sign."""
    return dict(re.findall(r'<symbol id="(.*?)".*?>(.*)</symbol>', (HERE / "signs.svg").read_text()))


def toml(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, datetime.date)):
        return str(value)
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {toml(it)}" for key, it in value.items()) + " }"
    return "[" + ", ".join(map(toml, value)) + "]"


def write(path, front, body=""):
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = "".join(f"{key} = {toml(value)}\n" for key, value in front.items())
    path.write_text(f"+++\n{lines}+++\n{body}")
