import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

/** The browser as the packages of this repository have it, named by what they hold. */
const KEPT = join(tmpdir(), 'market-entry-chromium-153.0.0');

/** A browser without the libraries of a desktop takes the package's own only where it believes to be on Lambda. */
const UNPACK = `process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs24.x';
const { default: chromium } = await import(process.argv[1]);
await chromium.executablePath();`;

/** One family for every script on our pages: a bare machine has no Chinese font. */
const fontsConf = (folder: string, cache: string): string =>
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}</dir><cachedir>${cache}</cachedir></fontconfig>`;

/** Unpacks the browser once on a machine; whoever comes second takes what is there. */
async function unpacked(): Promise<string> {
  if (existsSync(KEPT)) return KEPT;
  const made = `${KEPT}-${process.pid}-${Date.now()}`;
  mkdirSync(made);
  try {
    const run = ['--input-type=module', '-e', UNPACK, import.meta.resolve('@sparticuz/chromium')];
    await promisify(execFile)(process.execPath, run, { env: { ...process.env, TMPDIR: made } });
    const font = fileURLToPath(
      import.meta.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
    );
    writeFileSync(join(made, 'fonts.conf'), fontsConf(dirname(font), join(KEPT, 'font-cache')));
    if (!existsSync(KEPT)) renameSync(made, KEPT);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
  return KEPT;
}

/**
 * Chromium as it runs for everybody, with its web security: the package's own arguments would switch
 * it off. Only the sandbox, which a container does not allow, is off.
 */
export async function aBrowser(): Promise<Browser> {
  const folder = await unpacked();
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    chromiumSandbox: false,
    args: ['--no-zygote', '--disable-gpu', '--font-render-hinting=none'],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  });
}
