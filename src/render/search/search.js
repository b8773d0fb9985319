// Looks words up in the site's own files. Nothing that is typed leaves the page: the files asked for
// are chosen by the first two letters of a word, and nothing is kept.
"use strict";
(() => {
  const box = document.getElementById("dl-search"), form = box.form;
  const out = document.getElementById("dl-found"), count = document.getElementById("dl-count");
  const more = document.getElementById("dl-more");
  const root = form.dataset.root, shards = Number(form.dataset.shards), size = Number(form.dataset.pages);
  const STEP = 10;

  // ---- words, as the files have them ---------------------------------------------------------
  const one = { "\u0649": "\u064a", "\u0629": "\u0647", "\u0671": "\u0627", "\u06a9": "\u0643", "\u06cc": "\u064a" };
  function fold(text) {
    const bare = text.replace(/[\u0640\u00ad\u200b-\u200f\u2060]/g, "").normalize("NFKD").toLowerCase();
    const plain = bare.normalize("NFKD").replace(/\p{M}/gu, "").replace(/\u02bc/g, " ");
    return [...plain].map((c) => one[c] || c).join("").match(/[\p{L}\p{N}]+/gu) || [];
  }
  function shard(word) {
    return [...word].slice(0, 2).reduce((sum, c) => (Math.imul(sum, 31) + c.codePointAt(0)) >>> 0, 0) % shards;
  }

  // ---- files ---------------------------------------------------------------------------------
  const files = new Map(), waiting = new Map();
  function load(name) {
    if (!files.has(name)) files.set(name, new Promise((resolve, reject) => {
      const script = document.createElement("script");
      waiting.set(name, resolve);
      script.onerror = () => { files.delete(name); script.remove(); reject(new Error(name)); };
      script.src = `${form.dataset.folder}${name}.js`;
      document.head.append(script);
    }));
    return files.get(name);
  }
  const come = (name, value) => { const resolve = waiting.get(name); if (resolve) resolve(value); };
  window.dateline = {
    words: (at, words) => come(`w${at}`, words),
    pages: (name, pages) => come(name, pages),
    fold,
  };

  // ---- looking up ----------------------------------------------------------------------------
  const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  function numbers(text) {
    if (text[0] === "=") return [...text.slice(1)].flatMap((letter, six) => {
      const bits = LETTERS.indexOf(letter);
      return [0, 1, 2, 3, 4, 5].filter((bit) => bits & 1 << bit).map((bit) => six * 6 + bit);
    });
    let at = 0;
    return text ? text.split(" ").map((step) => at += parseInt(step, 36)) : [];
  }

  // Of each page that has a word beginning so, the best that is known of it.
  async function places(word) {
    const scores = new Map(), known = await load(`w${shard(word)}`);
    for (const [other, text] of Object.entries(known)) {
      if (!other.startsWith(word)) continue;
      const whole = other === word ? 2 : 1;
      text.split(";").forEach((list, part) => {
        for (const at of numbers(list)) {
          const key = (part === 2 ? "n" : "d") + at, score = whole * [3, 1, 9][part];
          if (!(scores.get(key) >= score)) scores.set(key, score);
        }
      });
    }
    return scores;
  }

  async function look(text) {
    const words = fold(text).filter((word) => word.length > 1 || !/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{N}]/u.test(word));
    if (!words.length) return null;
    const all = await Promise.all([...new Set(words)].map(places));
    const found = [];
    for (const [key, score] of all[0]) {
      let sum = score;
      if (all.slice(1).every((scores) => { const other = scores.get(key); sum += other || 0; return other; })) found.push([key, sum]);
    }
    const at = (key) => Number(key.slice(1));
    // Of two that fit alike the later one: dated pages are numbered from the oldest.
    return found.sort((a, b) => b[1] - a[1] || (a[0][0] === "n" ? at(a[0]) - at(b[0]) : at(b[0]) - at(a[0])));
  }

  async function page(key) {
    const at = Number(key.slice(1));
    return (await load(key[0] + Math.floor(at / size)))[at % size];
  }

  // Who types a name whole wants its page, not those that have the name among others.
  async function named(list, text) {
    const whole = fold(text).join(" "), first = list.slice(0, STEP).filter(([key]) => key[0] === "n");
    const pages = await Promise.all(first.map(([key]) => page(key)));
    const same = first.filter((_, at) => fold(pages[at][1]).join(" ") === whole);
    return [...same, ...list.filter((one) => !same.includes(one))];
  }

  async function item([key]) {
    const [path, name, about, lang] = await page(key);
    const made = document.createElement("li"), link = document.createElement("a"), aside = document.createElement("span");
    link.href = root + path;
    link.textContent = name;
    link.dir = "auto";
    if (lang) link.lang = lang;
    aside.className = "ct";
    aside.textContent = about;
    made.append(link, " ", aside);
    return made;
  }

  // ---- the page ------------------------------------------------------------------------------
  let turn = 0, found = [], shown = 0;
  async function show(mine) {
    const items = await Promise.all(found.slice(shown, shown + STEP).map(item));
    if (mine !== turn) return;
    out.append(...items);
    shown += items.length;
    more.hidden = shown >= found.length;
  }

  async function answer() {
    const mine = ++turn;
    try {
      const text = box.value, known = await look(text);
      const next = known && await named(known, text);
      if (mine !== turn) return;
      found = next || [];
      shown = 0;
      out.replaceChildren();
      more.hidden = true;
      count.textContent = next ? (found.length ? `${form.dataset.found} ${found.length.toLocaleString(document.documentElement.lang)}` : form.dataset.none) : "";
      await show(mine);
    } catch {
      if (mine === turn) count.textContent = form.dataset.failed;
    }
  }

  form.addEventListener("submit", (event) => { event.preventDefault(); answer(); });
  box.addEventListener("input", answer);
  more.addEventListener("click", () => show(turn));
  form.hidden = false;
  if (box.value) answer();
})();
