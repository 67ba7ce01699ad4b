"use strict";
// Everything here is a convenience: each thing can be done without it.
(() => {
  const body = document.body, notices = document.getElementById("notices");
  const GO = { s: "/", o: "/sources", c: "/check", a: "/add", f: "/feeds", w: "/work", d: "/decisions" };
  const store = (name, value) => {
    try {
      if (value === undefined) return localStorage.getItem(name);
      localStorage.setItem(name, value);
    } catch { /* a browser may keep nothing */ }
    return null;
  };

  // Times in the reader's own zone, by 24 hours in every language. What has no clock is a day, and stays as it is.
  const two = (number) => String(number).padStart(2, "0");
  const zone = (at) => {
    const minutes = -at.getTimezoneOffset(), far = Math.abs(minutes);
    const rest = far % 60 ? `:${two(far % 60)}` : "";
    return `UTC${far ? `${minutes < 0 ? "−" : "+"}${Math.floor(far / 60)}${rest}` : ""}`;
  };
  const localize = (root) => root.querySelectorAll("time[data-moment]").forEach((one) => {
    const value = one.getAttribute("datetime"), at = new Date(value);
    if (value.length < 16 || isNaN(at)) return;
    const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
    const clock = `${two(at.getHours())}:${two(at.getMinutes())} ${zone(at)}`;
    one.title = value;
    one.textContent = at.toDateString() === new Date().toDateString() ? `today ${clock}` : `${day} ${clock}`;
  });
  localize(document);

  const say = (text, label, act) => {
    const bar = document.createElement("div"), words = document.createElement("p");
    bar.className = "notice";
    words.textContent = text;
    bar.append(words);
    if (label) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = label;
      button.addEventListener("click", act);
      bar.append(button);
    }
    const close = document.createElement("button");
    close.type = "button";
    close.className = "plain";
    close.textContent = "Close";
    close.addEventListener("click", () => bar.remove());
    bar.append(close);
    notices.append(bar);
    return bar;
  };
  notices.querySelectorAll(".notice").forEach((bar) => {
    const close = document.createElement("button");
    close.type = "button";
    close.className = "plain";
    close.textContent = "Close";
    close.addEventListener("click", () => bar.remove());
    bar.append(close);
  });

  // Where she reads, by what stands there and not by its place on the page: that may be another after an update.
  const place = () => {
    const all = [...document.querySelectorAll("[data-key]")].filter((one) => one.getBoundingClientRect().bottom > 60);
    const one = all[0];
    return one ? { path: location.pathname, key: one.dataset.key, top: one.getBoundingClientRect().top } : null;
  };
  const reload = () => {
    const here = place();
    try { if (here) sessionStorage.setItem("firsthand place", JSON.stringify(here)); } catch { /* the page begins at its top */ }
    history.scrollRestoration = "manual"; // the browser would go back to a number of pixels, not to what stood there
    const address = new URL(location.href);
    address.searchParams.delete("done");
    address.hash = "";
    if (address.href === location.href) location.reload();
    else location.replace(address.href);
  };
  const restore = () => {
    let kept = null;
    try {
      kept = JSON.parse(sessionStorage.getItem("firsthand place"));
      sessionStorage.removeItem("firsthand place");
    } catch { /* nothing to go back to */ }
    if (!kept || kept.path !== location.pathname) return;
    const one = document.querySelector(`[data-key="${CSS.escape(kept.key)}"]`);
    const back = () => { if (one) scrollBy({ top: one.getBoundingClientRect().top - kept.top, behavior: "instant" }); };
    history.scrollRestoration = "manual";
    back();
    addEventListener("load", () => { back(); setTimeout(() => { history.scrollRestoration = "auto"; }, 0); });
  };
  restore();

  // What is new is told in a bar that covers nothing she reads; nothing moves until she asks.
  let bar = null;
  const changed = new Set();
  const tell = (text) => {
    if (bar && bar.isConnected) bar.querySelector("p").textContent = text;
    else bar = say(text, "Show", reload);
    bar.id = "update";
  };
  if (body.dataset.live && window.EventSource) {
    const source = new EventSource(body.dataset.live);
    source.addEventListener("story", (event) => {
      const news = JSON.parse(event.data);
      if (body.dataset.version) {
        const { articles, findings } = news.data || {};
        tell("This story has been worked out again" + (articles ? `: ${articles} articles, ${findings} findings.` : "."));
      } else {
        changed.add(news.story);
        tell(changed.size === 1 ? "One story is newer." : `${changed.size} stories are newer.`);
      }
    });
    addEventListener("pagehide", () => source.close());
  }

  // A page that shows how work goes on loads its middle again until the work is done.
  const refresh = async () => {
    const seconds = Number(body.dataset.refresh || 0), old = document.querySelector("[data-refreshed]");
    if (!seconds || !old) return;
    await new Promise((resolve) => setTimeout(resolve, 1000 * seconds));
    if (!document.hidden) {
      try {
        const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
        if (answer.ok) {
          const next = new DOMParser().parseFromString(await answer.text(), "text/html");
          const fresh = next.querySelector("[data-refreshed]");
          const busy = next.body.dataset.refresh;
          if (fresh && !old.contains(document.activeElement)) {
            localize(fresh);
            old.replaceWith(document.importNode(fresh, true));
          }
          if (next.querySelector("h1")) document.querySelector("h1").textContent = next.querySelector("h1").textContent;
          if (!busy) {
            delete body.dataset.refresh;
            say("All of it has been read.");
            return;
          }
        }
      } catch { /* the next time may be better */ }
    }
    refresh();
  };
  refresh();

  document.addEventListener("click", async (event) => {
    const link = event.target.closest && event.target.closest("a[data-copy]");
    if (!link || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    try {
      const text = await (await fetch(link.href)).text();
      await navigator.clipboard.writeText(text);
      const bar = say("The citation is copied.");
      setTimeout(() => bar.remove(), 6000);
    } catch {
      location.href = link.href;
    }
  });

  // Menus close when she goes elsewhere.
  document.addEventListener("click", (event) => {
    document.querySelectorAll("details.menu[open]").forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
  });

  const dialog = document.getElementById("keys"), on = document.getElementById("keys-on");
  on.checked = store("firsthand keys") !== "off";
  on.addEventListener("change", () => store("firsthand keys", on.checked ? "on" : "off"));
  document.getElementById("keys-open").addEventListener("click", () => dialog.showModal());

  const unfold = (one) => {
    for (let fold = one.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  };
  const step = (by) => {
    const all = [...document.querySelectorAll(".finding, [data-step]")].filter((one) => one.closest("details:not([open])") === null && one.getClientRects().length);
    const at = all.findIndex((one) => one === document.activeElement || one.contains(document.activeElement));
    let next = at + by;
    if (at < 0) {
      const below = all.findIndex((one) => one.getBoundingClientRect().top > 8);
      next = by > 0 ? below : (below < 0 ? all.length : below) - 1;
    }
    const one = all[Math.min(Math.max(next, 0), all.length - 1)];
    if (!one) return;
    unfold(one);
    if (!one.hasAttribute("tabindex") && one.tabIndex < 0) one.tabIndex = -1;
    one.focus({ preventScroll: true });
    const box = one.getBoundingClientRect();
    if (one.classList.contains("finding") || box.top < 0 || box.bottom > innerHeight) one.scrollIntoView({ block: one.classList.contains("finding") ? "start" : "nearest" });
  };
  const act = (name) => {
    const one = document.activeElement && document.activeElement.closest(".finding");
    const target = one && one.querySelector(`[data-act="${name}"]`);
    if (target) target.click();
    return Boolean(target);
  };
  const open = () => {
    const one = document.activeElement;
    const link = one && one.matches("[data-step]:not(a), .finding") && one.querySelector("a[href]");
    if (link) link.click();
    return Boolean(link);
  };

  let going = 0;
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "Escape") {
      document.querySelectorAll("details.menu[open]").forEach((menu) => { menu.open = false; menu.querySelector("summary").focus(); });
      if (typing) event.target.blur();
      return;
    }
    if (typing || dialog.open || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter") { if (open()) event.preventDefault(); return; }
    if (!on.checked) return;
    const now = Date.now();
    if (now - going < 1500 && GO[event.key]) { going = 0; event.preventDefault(); location.href = GO[event.key]; return; }
    going = event.key === "g" ? now : 0;
    const pressed = {
      j: () => step(1), k: () => step(-1),
      "/": () => { const find = document.querySelector("main input[type=search]") || document.getElementById("find"); find.focus(); find.select(); },
      "?": () => dialog.showModal(),
      ".": () => { const show = document.querySelector("#update button"); if (show) show.click(); },
      u: () => { const undo = document.querySelector("[data-key-press=u]"); if (undo) undo.click(); },
      r: () => act("r"), w: () => act("w"), n: () => act("n"), b: () => act("b"), c: () => act("c"),
    }[event.key];
    if (pressed) { event.preventDefault(); pressed(); }
  });

  // A decision comes back to what was decided on: the keys go on from there.
  const back = location.hash && document.getElementById(location.hash.slice(1));
  if (back && back.matches(".finding") && new URLSearchParams(location.search).has("done")) back.focus({ preventScroll: true });
})();
