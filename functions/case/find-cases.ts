import { nameKey, parseName } from '../name/trade-name.ts';
import { ApplicationId, type AttemptTask, attemptOfCase, CaseId } from '../shared/ids.ts';
import { parseUscc } from '../shared/unified-social-credit-code.ts';

/** What a text that an official types asks for. */
export type Sought =
  | { readonly kind: 'CASE'; readonly task: AttemptTask }
  | { readonly kind: 'APPLICATION'; readonly id: ApplicationId }
  | { readonly kind: 'BUSINESS'; readonly uscc: string }
  /** by the 字号 of a whole name, and by the text as one itself */
  | { readonly kind: 'NAME'; readonly keys: readonly string[] };

/** No name is longer. */
const LONGEST_KEY = 200;

/** Ids and codes are found however they are typed: spaces around, small letters. */
export function soughtBy(text: string): Sought {
  const typed = text.normalize('NFKC').trim();
  const [prefix = '', rest = ''] = [typed.slice(0, 3).toLowerCase(), typed.slice(3).toUpperCase()];
  const caseId = CaseId.safeParse(prefix + rest);
  if (caseId.success) return { kind: 'CASE', task: attemptOfCase(caseId.data) };
  const id = ApplicationId.safeParse(prefix + rest);
  if (id.success) return { kind: 'APPLICATION', id: id.data };
  const uscc = parseUscc(typed.toUpperCase());
  if (uscc.ok) return { kind: 'BUSINESS', uscc: uscc.code };
  const keys = [parseName(text.trim()).key ?? '', nameKey(text.trim())];
  return {
    kind: 'NAME',
    keys: [...new Set(keys)].filter((key) => key !== '' && key.length <= LONGEST_KEY),
  };
}
