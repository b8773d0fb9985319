// node suite.mjs LIST.json CHROMIUM [PICTURES]: looks at every page of the list at 360 and 1280 px,
// light and dark, and leaves pictures of it, and its print, in a folder. LIST.json: [{"site": "demo", "folder": "/…", "url": "topics/", "kind": "Index topic"}].
// Prints what is wrong, page by page, and ends with 1 where anything is.

import { readFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { access, colours, listen, overflow, paper, shifts, WATCH_SHIFTS } from "./checks.mjs";
import { host } from "./host.mjs";

const AT_ONCE = 4;

/** What is wrong with a page, each line with the window in which it shows. */
async function look(browser, origin, url, picture = async () => {}) {
  const context = await browser.newContext({ serviceWorkers: "block" });
  await context.addInitScript(WATCH_SHIFTS);
  const wrong = new Map();
  for (const width of [360, 1280]) {
    const page = await context.newPage();
    const heard = listen(page, origin);
    const note = (scheme, lines) => {
      for (const line of lines) wrong.set(line, [...(wrong.get(line) ?? []), `${width} px ${scheme}`]);
    };
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await page.goto(`${origin}/${url}`, { waitUntil: "load" });
    note("light", await shifts(page));
    await picture(page, `${width}-light`);
    note("light", await access(page));
    await page.emulateMedia({ colorScheme: "dark" });
    await picture(page, `${width}-dark`);
    note("dark", await colours(page));
    if (width === 1280) {
      note("light", await overflow(page));
      note("light", await paper(page));
    }
    note("light", heard);
    await page.close();
  }
  await context.close();
  return [...wrong].map(([line, windows]) => `${line} [${[...new Set(windows)].join(", ")}]`);
}

/** A page on which everything is wrong that is looked for: what finds nothing there finds nothing. */
const BAD = `<!doctype html><html lang="en"><head><title>Bad</title></head><body>
<main><h1 id="late">Bad</h1><p style="color:#aaa;background:#fff">Too pale to read.</p>
<div style="width:3000px">wide</div>
<p><a href="/a" style="display:inline-block;width:8px;height:8px;overflow:hidden">a</a><a href="/b" style="display:inline-block;width:8px;height:8px;overflow:hidden">b</a></p>
<img src="/none.png"><img src="http://127.0.0.2:9/x.png" alt="">
<script>console.log("said"); requestAnimationFrame(() => setTimeout(() => {
  const pushed = document.createElement("div"); pushed.style.height = "200px"; document.body.prepend(pushed);
}, 50));</script></main></body></html>`;
const FOUND = ["color-contrast", "image-alt", "target-size", "wider than 280", "wider than 1920", "sheet of A4",
  "console: said", "404: ", "request off the site", "layout shift"];

async function selfCheck(browser) {
  const folder = mkdtempSync(join(tmpdir(), "dateline-bad-"));
  writeFileSync(join(folder, "index.html"), BAD.replaceAll("\n<main>", `\n${"<p>Text.</p>".repeat(3)}<main>`));
  const { origin, end } = await host(folder);
  const wrong = await look(browser, origin, "");
  end();
  rmSync(folder, { recursive: true });
  return FOUND.filter((what) => !wrong.some((line) => line.includes(what)))
    .map((what) => `the suite itself: \`${what}\` was not found on a bad page`);
}

/** Takes pictures of a page, named after its kind. */
function pictures(folder, { site, kind }) {
  if (!folder) return undefined;
  const name = `${site} ${kind}`.replaceAll(/[^a-z0-9-]+/gi, "-").toLowerCase();
  return async (page, window) => {
    await page.screenshot({ path: join(folder, `${name}-${window}.png`), fullPage: true });
    if (window === "1280-light") await page.pdf({ path: join(folder, `${name}.pdf`), preferCSSPageSize: true });
  };
}

const [list, executablePath, folder] = process.argv.slice(2);
const pages = JSON.parse(readFileSync(list, "utf8"));
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const hosts = new Map();
for (const folder of new Set(pages.map((page) => page.folder))) hosts.set(folder, await host(folder));
const left = [...pages];
const wrong = await selfCheck(browser);
await Promise.all(Array.from({ length: AT_ONCE }, async () => {
  for (let page = left.shift(); page; page = left.shift()) {
    const found = await look(browser, hosts.get(page.folder).origin, page.url, pictures(folder, page))
      .catch((error) => [`could not be looked at: ${error.message}`]);
    wrong.push(...found.map((line) => `${page.site}/${page.url} (${page.kind}): ${line}`));
  }
}));
await browser.close();
hosts.forEach(({ end }) => end());
wrong.sort();
console.log(wrong.join("\n"));
console.log(`${pages.length} pages looked at, ${wrong.length} things are wrong`);
process.exit(wrong.length > 0 ? 1 : 0);
