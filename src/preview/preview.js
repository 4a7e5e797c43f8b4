// The preview's own script: listens to how this page stands, and keeps what is shown true.
// A message is the whole truth, so a tab that was hidden, or a laptop that slept, catches up at once.
"use strict";
{
  const own = document.currentScript.dataset;
  const address = `/_loftesarkiv/events?token=${own.token}&path=${encodeURIComponent(own.path)}`;
  let stream;
  let leave = () => {};
  let shown = own.shown;
  let styles = own.styles;

  // Browsers allow six connections to one server. This many windows hold one; the others ask once a
  // second, which needs one only for a moment. Without locks every window holds its own.
  const PLACES = 4;

  function takePlace(n = 1) {
    if (!navigator.locks) return Promise.resolve(true);
    if (n > PLACES) return Promise.resolve(false);
    return new Promise((taken) => {
      navigator.locks.request(`loftesarkiv-${n}`, { ifAvailable: true }, (lock) => {
        if (!lock) return void takePlace(n + 1).then(taken);
        return new Promise((done) => {
          leave = done;
          taken(true);
        });
      });
    });
  }

  async function listen() {
    const holds = await takePlace();
    if (document.visibilityState !== "visible") return leave();
    stream?.close();
    stream = new EventSource(holds ? address : `${address}&once=1`);
    stream.addEventListener("seen", (event) => show(JSON.parse(event.data)));
    stream.addEventListener("error", () => {
      if (stream.readyState === EventSource.CLOSED) waitForServer();
    });
  }

  function show(seen) {
    if (seen.page !== own.key) return location.reload();
    if (seen.shown !== shown) {
      document.getElementById("loftesarkiv-preview").innerHTML = seen.additions;
      shown = seen.shown;
    }
    if (seen.styles !== styles) {
      for (const link of document.querySelectorAll("link[rel='stylesheet']")) swap(link, seen.styles);
      styles = seen.styles;
    }
  }

  // The new stylesheet takes over when it is there, so that the page is never bare.
  function swap(link, version) {
    const url = new URL(link.href);
    if (url.origin !== location.origin || url.pathname.startsWith("/_loftesarkiv/")) return;
    url.searchParams.set("version", version);
    const next = link.cloneNode();
    next.href = url;
    next.addEventListener("load", () => link.remove());
    next.addEventListener("error", () => link.remove());
    link.after(next);
  }

  // What has the focus is scrolled to where the bar does not hide it.
  new ResizeObserver(([{ target }]) => {
    document.documentElement.style.scrollPaddingBottom = `${target.offsetHeight}px`;
  }).observe(document.getElementById("loftesarkiv-preview"));

  // A stream that was refused belongs to a server that is gone. When there is one again, begin anew.
  function waitForServer() {
    setTimeout(() => {
      fetch("/_loftesarkiv/preview.js", { method: "HEAD", cache: "no-store" }).then(
        (answer) => (answer.ok ? location.reload() : waitForServer()),
        waitForServer,
      );
    }, 1000);
  }

  // Browsers allow few connections to one server: a hidden tab leaves its own to the others.
  document.addEventListener("visibilitychange", () => {
    stream?.close();
    leave();
    if (document.visibilityState === "visible") listen();
  });
  if (document.visibilityState === "visible") listen();
}
