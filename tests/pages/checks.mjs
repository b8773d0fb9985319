// What is asked of a page. Each check gives lines that say what is wrong, none where all is well.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** From the smallest watch-like window to a wide screen, in CSS pixels. */
const WIDTHS = [280, 320, 414, 600, 768, 991, 992, 1280, 1920];
/** What a sheet of A4 has between its margins. */
const SHEET = 690;

/** Notes layout shifts from the beginning; it stands outside of the page's own policy. */
export const WATCH_SHIFTS = () => {
  const shifts = [];
  const name = ({ node }) => `${node?.parentElement?.nodeName ?? ""} ${node?.nodeName ?? "?"}`.trim();
  // Spaces between elements are nodes too. That one moves is not seen by anybody.
  const seen = ({ node }) => node?.nodeType !== Node.TEXT_NODE || node.textContent.trim() !== "";
  const take = (entries) => {
    for (const { hadRecentInput, value, sources } of entries) {
      const moved = sources ?? [];
      if (hadRecentInput || (moved.length > 0 && !moved.some(seen))) continue;
      shifts.push(`${value.toFixed(4)} ${moved.filter(seen).map(name).join(", ")}`);
    }
  };
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe({ type: "layout-shift", buffered: true });
  window.shifts = () => {
    take(observer.takeRecords());
    return shifts;
  };
};

/** Collects what a page says and asks for, from before it is opened. */
export function listen(page, origin) {
  const heard = [];
  page.on("console", (message) => heard.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => heard.push(`error: ${error.message}`));
  page.on("requestfailed", (request) => heard.push(`request failed: ${request.url()}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith("data:")) heard.push(`request off the site: ${url}`);
  });
  page.on("response", (response) => {
    const own = response.request().isNavigationRequest();
    if (response.status() >= 400 && !own) heard.push(`${response.status()}: ${response.url()}`);
  });
  return heard;
}

/** Rules of WCAG 2.2 AA and of good practice, with the size of targets (2.5.8). */
export const access = (page) => axe(page, TAGS);

/** Those that can differ where only colours do. */
export const colours = (page) => axe(page, ["color-contrast", "link-in-text-block"]);

async function axe(page, runOnly) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const violations = await page.evaluate(async (runOnly) => {
    const rules = runOnly.includes("wcag2a") ? { "target-size": { enabled: true } } : {};
    const result = await window.axe.run(document, { runOnly, rules, resultTypes: ["violations"] });
    return result.violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map((n) => n.html) }));
  }, runOnly);
  return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.length}): ${nodes[0].slice(0, 200)}`);
}

/** Whatever sticks out at the side. */
const sticking = () => {
  const root = document.scrollingElement;
  const over = root.scrollWidth - root.clientWidth;
  if (over <= 0) return null;
  const out = [...document.body.querySelectorAll("*")].filter((one) => {
    const { left, right } = one.getBoundingClientRect();
    return right > root.clientWidth + 0.5 || left < -0.5;
  });
  const first = out.at(-1);
  return `${over} px: ${first ? first.outerHTML.slice(0, 120) : "nothing that is known"}`;
};

/** No page is wider than its window. */
export async function overflow(page) {
  const wrong = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const over = await page.evaluate(sticking);
    if (over) wrong.push(`wider than ${width} px by ${over}`);
  }
  return wrong;
}

/** Nor than a sheet of paper. */
export async function paper(page) {
  await page.setViewportSize({ width: SHEET, height: 1000 });
  await page.emulateMedia({ media: "print" });
  const over = await page.evaluate(sticking);
  await page.emulateMedia({ media: "screen" });
  return over ? [`wider than a sheet of A4 by ${over}`] : [];
}

/**
 * Nothing moves while a page appears. A browser that is busy paints what it has read so far; a word or
 * a line that was cut there may end elsewhere, at one opening and not at the next. What moves at every
 * opening is the page's own doing.
 */
export async function shifts(page) {
  let moved = await movedOnce(page);
  for (let again = 0; moved.length > 0 && again < 2; again += 1) {
    await page.reload({ waitUntil: "load" });
    moved = await movedOnce(page);
  }
  return moved.map((shift) => `layout shift: ${shift}`);
}

/** What has moved soon after the page was there, when that has been painted. */
const movedOnce = (page) =>
  page.evaluate(async () => {
    await new Promise((done) => setTimeout(done, 150));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return window.shifts();
  });
