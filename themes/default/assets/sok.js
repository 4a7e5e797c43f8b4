// The search page. What searches is in sokning.js and what is searched in sok/, loaded by script
// elements, so that the page works from a memory stick too. Without this file it leads to the lists.
(() => {
  "use strict";
  const page = document.getElementById("sida-sok");
  if (!page) return;
  const say = page.dataset;
  const make = (name, of, ...inside) => {
    const made = Object.assign(document.createElement(name), of);
    made.append(...inside);
    return made;
  };

  // Each file calls S once, with its name and what it holds.
  const waiting = new Map();
  const loaded = new Map();
  globalThis.S = (name, value) => {
    waiting.get(name)?.(value);
    waiting.delete(name);
  };
  const load = (path, name) => {
    if (!loaded.has(path)) {
      loaded.set(path, new Promise((resolve, reject) => {
        if (name) waiting.set(name, resolve);
        const script = make("script", { src: path });
        script.onload = () => (name && waiting.has(name) ? script.onerror() : resolve());
        script.onerror = () => {
          loaded.delete(path);
          reject(new Error(path));
        };
        document.head.append(script);
      }));
    }
    return loaded.get(path);
  };

  const FACETS = ["kommun", "ar", "kind", "status", "fokus"];
  const box = make("input", { type: "search", id: "sida-q", name: "q", autocomplete: "off" });
  const form = make("form", {}, make("label", { htmlFor: "sida-q", textContent: say.label }), box, make("button", { textContent: say.search }));
  form.setAttribute("role", "search");
  form.className = "search";
  const more = make("details", { className: "choices" }, make("summary", { textContent: say.choices }));
  const status = make("p", {});
  status.setAttribute("role", "status");
  const list = make("ol", { className: "results", hidden: true });
  const next = make("button", { type: "button", textContent: say.more, hidden: true });
  form.append(more);
  page.append(form, status, list, next);
  page.querySelector(".absent")?.remove();

  const chosen = new Map();
  // Made when it is first shown.
  let made;
  const choices = () =>
    (made ??= ready.then(async (engine) => more.append(await engine.choices(FACETS, chosen, () => show({ isNew: true })))));
  more.addEventListener("toggle", () => more.open && choices().catch(broken));

  let turn = 0;
  let shown = 10;
  let later = 0;
  // While one types it is said after a pause.
  const tell = (text, soon) => {
    clearTimeout(later);
    status.ariaLive = soon ? "polite" : "off";
    status.textContent = text;
    if (!soon) later = setTimeout(() => (tell("", true), (later = setTimeout(tell, 50, text, true))), 800);
  };
  const broken = () => {
    tell(say.broken, true);
    list.hidden = next.hidden = true;
  };

  /** Shows the results from `first` on. */
  async function show({ typing = false, isSent = false, isNew = false, first = 0 } = {}) {
    const mine = ++turn;
    const query = box.value;
    try {
      const engine = await ready;
      engine.remember(query, chosen, { shown, typing, isSent, isNew });
      const found = await engine.search(query, chosen, { typing, from: first, to: shown });
      if (mine !== turn) return;
      if (!first) list.replaceChildren();
      list.append(...found.results);
      list.hidden = list.children.length === 0;
      next.hidden = found.count <= shown;
      if (first) list.children[first]?.querySelector("a").focus();
      else tell(found.status, !typing);
    } catch (error) {
      if (mine === turn) broken(error);
    }
  }

  let pause = 0;
  box.addEventListener("input", () => {
    clearTimeout(pause);
    shown = 10;
    pause = setTimeout(show, 150, { typing: true });
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    shown = 10;
    show({ isSent: true });
  });
  next.addEventListener("click", () => {
    shown += 10;
    show({ first: shown - 10 });
  });

  // sokning.js calls this with what it can do.
  const ready = Promise.all([load("assets/sokning.js", "sokning"), load("sok/rot.js", "rot")]).then(([start, root]) =>
    start(root, { load, say, make, page }),
  );
  ready.catch(broken);

  /** Shows what the address asks for. */
  function answer() {
    const asked = new URLSearchParams(location.search);
    box.value = asked.get("q") ?? "";
    chosen.clear();
    for (const name of FACETS) if (asked.get(name)) chosen.set(name, asked.get(name));
    shown = history.state?.shown ?? 10;
    if (chosen.size > 0) {
      more.open = true;
      choices().catch(broken);
    }
    if (box.value.trim() || chosen.size > 0) show();
    else {
      turn++;
      tell("", true);
      list.hidden = next.hidden = true;
    }
  }
  // A link within the page asks for nothing.
  addEventListener("popstate", ({ state }) => (state || !location.hash) && answer());
  answer();
})();
