import type { Registrar } from '../registrar/registrars.ts';
import { industryOf, parseName } from './trade-name.ts';

/** The card of one 字号 at one registrar, and the industry within it. */
export interface WantedName {
  readonly registrar: string;
  readonly key: string;
  readonly industry: string;
  /** codes of the companies that hold shares: whose 字号 it may share (企业名称登记管理规定 art. 15, 17) */
  readonly linked?: readonly string[];
}

/** What a form's name asks of the register; nothing without a name, a 字号 in it, or a registrar. */
export function wantedName(
  name: string | undefined,
  registrar: Registrar | undefined,
  linked: readonly string[] = [],
): WantedName | undefined {
  if (name === undefined || !registrar) return undefined;
  const parsed = parseName(name);
  if (parsed.key === undefined) return undefined;
  return {
    registrar: registrar.division,
    key: parsed.key,
    industry: industryOf(parsed, registrar.industryDigits),
    ...(linked.length > 0 && { linked }),
  };
}
