// The live preview in the page: follows the build number, changes the page in place, shows what
// is wrong. It is never part of a published site.
"use strict";
(() => {
  const script = document.currentScript, policy = script.dataset.policy;
  let shown = Number(script.dataset.number);
  let wanted = 0, busy = false, lastPage = null, dismissed = "";
  const injected = /<!--dateline:preview-->[^]*?<!--\/dateline:preview-->/g;
  const own = (node) => !(node.nodeType === 1 && node.hasAttribute("data-dateline"))
    && !(node.nodeType === 8 && /^\/?dateline:preview$/.test(node.data));
  const sheets = new Map(), pictures = new Map();
  let stamps = {};

  // ---- what changed in the page -------------------------------------------------------------
  let changes = [];
  const block = "p,li,h1,h2,h3,h4,h5,h6,figure,table,blockquote,pre,dl,section,article";
  const touched = (node) => {
    // Blanks between elements are nothing that an editor looks for, nor is the page as a whole.
    if (node.nodeType === 8 || (node.nodeType === 3 && !node.data.trim())) return;
    const element = node.nodeType === 1 ? node : node.parentElement;
    const found = element && element.closest("body > *") && (element.closest(block) || element);
    if (found) changes.push(found);
  };
  const bare = (href) => href && href.replace(/[?&]v=\d+$/, "");

  function attributes(from, to) {
    for (const { name } of [...from.attributes]) {
      if (!to.hasAttribute(name) && !(name === "open" && from.nodeName === "DETAILS")) from.removeAttribute(name);
    }
    for (const { name, value } of to.attributes) {
      const fresh = name === "href" ? from.nodeName === "LINK" : name === "src" || name === "srcset";
      const same = from.getAttribute(name) === value || (fresh && bare(from.getAttribute(name)) === value);
      if (!same) from.setAttribute(name, value);
    }
  }

  function morph(from, to) {
    if (from.nodeType !== 1) {
      if (from.data !== to.data) { from.data = to.data; touched(from); }
      return;
    }
    attributes(from, to);
    children(from, to);
  }

  const text = (node) => node.nodeType === 1 ? node.outerHTML : `${node.nodeType} ${node.data}`;
  const sort = (node) => `${node.nodeType} ${node.nodeName} ${(node.nodeType === 1 && node.getAttribute("id")) || ""}`;
  const push = (map, key, node) => map.has(key) ? map.get(key).push(node) : map.set(key, [node]);
  const shift = (map, key, rest) => {
    const nodes = map.get(key) || [];
    while (nodes.length && !rest.has(nodes[0])) nodes.shift();
    return nodes.shift() || null;
  };

  function children(from, to) {
    const old = [...from.childNodes].filter(own), fresh = [...to.childNodes].filter(own);
    let tail = from.lastChild;
    for (tail = null; old.length && fresh.length && old.at(-1).isEqualNode(fresh.at(-1)); fresh.pop()) tail = old.pop();
    while (old.length && fresh.length && old[0].isEqualNode(fresh[0])) { old.shift(); fresh.shift(); }
    const rest = new Set(old);
    if (tail === null) tail = [...from.childNodes].find((node) => !own(node) && !old.length) || null;
    // Old nodes by what they are whole, and by what they are for.
    const whole = new Map(), wanted = new Set(fresh.map(text)), kin = new Map();
    for (const node of old) {
      push(whole, text(node), node);
      // A node that stands as it is further on is kept for its own place.
      if (!wanted.has(text(node))) push(kin, sort(node), node);
    }
    const order = [...old];
    let first = 0;
    for (const node of fresh) {
      const match = shift(whole, text(node), rest) || shift(kin, sort(node), rest);
      while (first < order.length && !rest.has(order[first])) first += 1;
      const place = order[first] || tail;
      if (!match) {
        const made = document.importNode(node, true);
        from.insertBefore(made, place);
        touched(made);
        continue;
      }
      if (match !== place) from.insertBefore(match, place);
      rest.delete(match);
      if (!match.isEqualNode(node)) morph(match, node);
    }
    for (const node of rest) { touched(from); node.remove(); }
  }

  const inSight = (element) => {
    const box = element.getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight;
  };

  // ---- what stands around the page ----------------------------------------------------------
  function around(text) {
    const fresh = new DOMParser().parseFromString(text, "text/html");
    for (const name of ["dateline-stamp", "dateline-bar"]) {
      const old = document.querySelector(`body > .${name}`), next = fresh.querySelector(`.${name}`);
      const open = old ? [...old.querySelectorAll("details")].map((part) => part.open) : [];
      if (next) [...next.querySelectorAll("details")].forEach((part, at) => { part.open = open[at] || false; });
      if (old && next && old.isEqualNode(next)) continue;
      if (old) old.remove();
      if (!next) continue;
      if (name === "dateline-stamp") document.body.prepend(document.importNode(next, true));
      else document.body.append(document.importNode(next, true));
    }
  }

  function unmark() { for (const mark of document.querySelectorAll(".dateline-mark")) mark.remove(); }

  // Every link to something that readers do not see says so.
  function mark() {
    unmark();
    const words = new Map(Object.entries(stamps).map(([path, word]) => [new URL(path, location.origin).pathname, word]));
    if (!words.size) return;
    for (const link of document.links) {
      const word = link.origin === location.origin && !link.closest("[data-dateline]") && words.get(link.pathname);
      if (!word) continue;
      const stamp = document.createElement("span");
      stamp.className = "dateline-mark";
      stamp.lang = "en";
      stamp.setAttribute("data-dateline", "");
      stamp.textContent = word;
      link.append(stamp);
    }
  }

  function change(text, follow) {
    const fresh = new DOMParser().parseFromString(text, "text/html");
    changes = [];
    attributes(document.documentElement, fresh.documentElement);
    children(document.head, fresh.head);
    morph(document.body, fresh.body);
    const visible = changes.filter((element) => element.isConnected);
    if (follow && visible.length && !visible.some(inSight)) visible[0].scrollIntoView({ block: "center" });
  }

  // ---- styles -------------------------------------------------------------------------------
  async function styles(number) {
    for (const link of document.querySelectorAll('link[rel~="stylesheet"]:not([data-dateline])')) {
      const href = bare(link.getAttribute("href"));
      const answer = await fetch(new URL(href, document.baseURI)).catch(() => null);
      if (!answer || !answer.ok) continue;
      const text = await answer.text();
      const before = sheets.get(href);
      sheets.set(href, text);
      if (before === undefined || before === text) continue;
      const next = link.cloneNode();
      next.setAttribute("href", `${href}${href.includes("?") ? "&" : "?"}v=${number}`);
      next.onload = next.onerror = () => link.remove();
      link.after(next);
    }
  }

  // Maps and photographs that are other ones now; what they are is in the tag of the answer.
  async function images(number) {
    for (const image of document.querySelectorAll("img[src],source[srcset]")) {
      const name = image.hasAttribute("src") ? "src" : "srcset", address = bare(image.getAttribute(name));
      const url = new URL(address, document.baseURI);
      if (url.origin !== location.origin || /[\s,]/.test(address)) continue;
      const answer = await fetch(url, { method: "HEAD" }).catch(() => null);
      const tag = answer && answer.headers.get("etag"), before = pictures.get(address);
      if (!tag) continue;
      pictures.set(address, tag);
      if (before !== undefined && before !== tag) image.setAttribute(name, `${address}?v=${number}`);
    }
  }

  // ---- messages -----------------------------------------------------------------------------
  const make = (name, text) => {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    return element;
  };

  function overlay(state) {
    const messages = state.messages.filter((message) => message.severity !== "note");
    const all = JSON.stringify([state.trouble, messages]);
    let box = document.querySelector(".dateline-overlay");
    const bad = state.trouble || messages.some((message) => message.severity === "error");
    if (!bad) dismissed = "";
    if (!bad || dismissed === all) { if (box) box.remove(); return; }
    if (!box) {
      box = make("aside");
      box.className = "dateline-overlay";
      box.lang = "en";
      box.setAttribute("data-dateline", "");
      box.setAttribute("role", "alert");
      document.body.append(box);
    }
    const close = make("button", "Hide");
    close.onclick = () => { dismissed = all; box.remove(); };
    const list = make("ol");
    for (const message of messages) {
      const item = make("li");
      const place = make("a", `${message.path}:${message.line}:${message.column}`);
      if (message.link && !/^(javascript|data|vbscript|https?):/i.test(message.link)) place.href = message.link;
      item.append(place,
        ` ${message.severity}[${message.code}]: ${message.message}`);
      if (message.excerpt) item.append(make("pre", message.excerpt));
      if (message.help) item.append(make("div", `help: ${message.help}`));
      list.append(item);
    }
    if (state.more) list.append(make("li", `and ${state.more} more`));
    box.toggleAttribute("data-bad", true);
    const head = "This cannot be published yet. The page is as it was before.";
    box.replaceChildren(close, make("b", head), ...(state.trouble ? [make("p", state.trouble)] : []), list);
  }

  // ---- following ----------------------------------------------------------------------------
  async function follow() {
    if (busy) return;
    busy = true;
    try {
      let seen;
      do {
        seen = wanted;
        const state = await (await fetch(`/_dateline/state?page=${encodeURIComponent(location.pathname)}`)).json();
        if (state.number !== shown) {
          const answer = await fetch(location.href);
          const whole = await answer.text(), text = whole.replace(injected, "");
          const part = /<script src="\/_dateline\/preview\.js"[^>]*>/.exec(whole);
          const fresh = part && new DOMParser().parseFromString(part[0], "text/html").querySelector("script");
          // The policy that a page came with stays with it: under another one it is loaded anew.
          const other = fresh && fresh.dataset.policy !== policy, failed = answer.status === 500;
          if (other && !failed) { location.reload(); return; }
          const page = (answer.headers.get("content-type") || "").startsWith("text/html");
          // A page that cannot be shown leaves the one before it, unless that could not be either.
          if (page && !(failed && other)) {
            if (text !== lastPage) { unmark(); change(text, state.own); lastPage = text; }
            around(whole);
          }
          await styles(state.number);
          await images(state.number);
          script.dataset.number = shown = state.number;
        }
        stamps = state.stamps;
        mark();
        overlay(state);
      } while (seen !== wanted);
    } catch { /* The preview has ended or is being started again: the stream says when it is back. */ }
    busy = false;
  }

  // ---- the stream ---------------------------------------------------------------------------
  // A browser keeps few connections to one host: all tabs share one stream where they can, and
  // elsewhere only a tab that is looked at has one.
  let ending = null;
  const told = (number) => {
    clearTimeout(ending);
    ending = null;
    for (const old of document.querySelectorAll("body > .dateline-ended")) old.remove();
    wanted = Number(number);
    follow();
  };
  const lost = () => {
    // A preview that is started again is soon back.
    if (ending === null) ending = setTimeout(() => {
      const strip = make("div", "The preview has ended: this page no longer follows. Start it again, and open the address that it prints.");
      strip.className = "dateline-ended";
      strip.lang = "en";
      strip.setAttribute("role", "status");
      strip.setAttribute("data-dateline", "");
      document.body.append(strip);
    }, 3000);
  };
  if ("SharedWorker" in window) {
    let port = null;
    const join = () => {
      port = new SharedWorker("/_dateline/stream.js").port;
      port.onmessage = (event) => event.data === "lost" ? lost() : told(event.data);
    };
    addEventListener("pagehide", () => { if (port) port.postMessage("bye"); port = null; });
    addEventListener("pageshow", () => { if (!port) join(); });
    join();
  } else {
    let stream = null;
    const listen = () => {
      if (document.hidden && stream) { stream.close(); stream = null; }
      if (document.hidden || (stream && stream.readyState !== EventSource.CLOSED)) return;
      stream = new EventSource("/_dateline/events");
      stream.onmessage = (event) => told(event.data);
      stream.onerror = () => { lost(); if (stream && stream.readyState === EventSource.CLOSED) setTimeout(listen, 1000); };
    };
    document.addEventListener("visibilitychange", listen);
    listen();
  }
  addEventListener("load", () => { styles(shown); images(shown); });
})();
