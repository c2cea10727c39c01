import { verifyDefenceFile } from '#functions/defence/verify-defence-file.ts';
import { scriptFunction } from '#functions/runtime/script.ts';

/** A defence file as `npm run verify` verifies it, decisions run once more and all. */
export const verified = (text: string, expected?: string) =>
  verifyDefenceFile(text, scriptFunction, expected);
