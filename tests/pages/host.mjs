// A host of static files on the loopback, as plain as any: the index of a folder, the 404 page, and
// nothing from outside its folder.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";

const KINDS = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".xml": "application/xml",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
};

/** Serves a folder; gives its origin and a function that ends it. */
export async function host(folder) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://host").pathname);
    const file = normalize(join(folder, path.endsWith("/") ? `${path}index.html` : path));
    const answer = async (status, file) => {
      const bytes = await readFile(file);
      const kind = KINDS[extname(file)] ?? "application/octet-stream";
      response.writeHead(status, { "content-type": kind }).end(bytes);
    };
    try {
      if (!file.startsWith(folder + sep)) throw new Error("outside");
      await answer(200, file);
    } catch {
      await answer(404, join(folder, "404.html")).catch(() => response.writeHead(404).end());
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, end: () => server.close() };
}
