import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import type { DeployedPages } from './deployed-pages.ts';

const ROOT = new URL('..', import.meta.url).pathname;
const BUILT = join(ROOT, 'web/dist');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/** As the release puts it into the bucket (web/README.md): names of assets follow from their content. */
const cacheControl = (path: string): string =>
  path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';

/**
 * The folder of the built pages. They are built when they are not there as they are written: one
 * folder for each state of the sources, which takes its place whole, so that several may build at once.
 */
export async function builtPages(): Promise<string> {
  const folder = join(BUILT, sourcesDigest());
  if (existsSync(folder)) {
    utimesSync(folder, new Date(), new Date()); // used last now
    return folder;
  }
  const made = join(BUILT, `.${randomUUID()}`);
  mkdirSync(BUILT, { recursive: true });
  try {
    const run = [join(ROOT, 'web/build.ts'), made];
    await promisify(execFile)(process.execPath, run, { cwd: ROOT });
    if (!existsSync(folder)) renameSync(made, folder);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
  removeOld(BUILT, Date.now());
  return folder;
}

/** So many earlier builds stay, and however many were used so lately that a system may still serve them. */
const KEPT = 3;
const LATELY_MS = 3_600_000;

/** Somebody else may have removed it meanwhile. */
const lastUse = (folder: string): number =>
  statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Removes builds that nobody uses any more; what is called otherwise than by a digest stays. */
export function removeOld(built: string, now: number): void {
  const folders = readdirSync(built)
    .filter((name) => /^[0-9a-f]{16}$/.test(name))
    .map((name) => ({ path: join(built, name), usedAt: lastUse(join(built, name)) }))
    .toSorted((a, b) => b.usedAt - a.usedAt);
  for (const { path, usedAt } of folders.slice(KEPT))
    if (usedAt < now - LATELY_MS) rmSync(path, { recursive: true, force: true });
}

/** What the pages are made from; of `functions/` they take few files, of the packages what is locked. */
function sourcesDigest(): string {
  const files = globSync(['web/**/*', 'package-lock.json', 'functions/**/*.{ts,json}'], {
    cwd: ROOT,
    withFileTypes: true,
    exclude: (it) => it.name === 'dist',
  })
    .filter((it) => it.isFile())
    .map((it) => join(it.parentPath, it.name))
    .sort();
  const digest = createHash('sha256');
  for (const file of files) digest.update(file.slice(ROOT.length)).update(readFileSync(file));
  return digest.digest('hex').slice(0, 16);
}

/** Serves the built pages as CloudFront does, by the template's own function and headers. */
export function createPages({ headers, answer }: DeployedPages, report: (message: string) => void) {
  let building: Promise<string> | undefined;
  const built = () => {
    building ??= builtPages().catch((error: unknown) => {
      building = undefined; // the next visitor tries again
      throw error;
    });
    return building;
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(403).end();
      return;
    }
    const [pathname = '/'] = (request.url ?? '/').split('?', 1);
    const answered = answer(pathname);
    if ('body' in answered) {
      for (const [name, { value }] of Object.entries(answered.headers))
        response.setHeader(name, value);
      response.writeHead(answered.statusCode).end(answered.body);
      return;
    }
    const folder = await built();
    const file = await contentOf(folder, answered.uri);
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('content-type', TYPES[extname(answered.uri)] ?? 'application/octet-stream');
    response.setHeader('cache-control', cacheControl(answered.uri));
    response.writeHead(200).end(file);
  };
  return {
    built,
    serve: (request: IncomingMessage, response: ServerResponse): Promise<void> =>
      serve(request, response).catch((error: unknown) => {
        report(`pages: ${error instanceof Error ? error.message : String(error)}`);
        response.writeHead(500).end();
      }),
  };
}

/** Undefined where there is no such file; what leads out of the folder is none. */
async function contentOf(folder: string, uri: string): Promise<Buffer | undefined> {
  if (!/^(\/[\w-][\w.-]*)+$/.test(uri)) return undefined;
  return readFile(join(folder, uri)).catch(() => undefined);
}
