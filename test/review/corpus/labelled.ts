import { ApplicationForm } from '#functions/application/form.ts';
import type { Host } from '#functions/cluster/host.ts';
import type { List } from '#functions/party/lists.ts';
import type { Content } from '#functions/published/edition.ts';
import type { Base, Making } from './lawful-bases.ts';

/** What is so in the world around an application; what is not said is in order. */
export interface World {
  /** entries of lists on whoever stands at a place of the form: list, ground, first and last day */
  readonly listed?: readonly (readonly [
    pointer: string,
    List,
    ground: string,
    from?: string,
    until?: string,
  ])[];
  /** so many other applications were seen with whoever, or whatever, stands at a place: of late, ever */
  readonly seen?: readonly (readonly [pointer: string, lately: number, ever: number])[];
  /** so many of the rows of the same file were seen with whoever, or whatever, stands at a place */
  readonly sameFile?: readonly (readonly [pointer: string, rows: number])[];
  /** what officials decided of the agent's applications */
  readonly agentDecisions?: { readonly decided: number; readonly returned: number };
  /** what officials have published */
  readonly published?: readonly Content[];
  /** how the host of a cluster address differs from a lawful one; each application has a host of its own */
  readonly host?: Partial<Host>;
  /** numbered places of the host that others hold */
  readonly placesTaken?: readonly number[];
  /** what happens to the host between submission and review */
  readonly hostMeanwhile?: Partial<Host>;
  /** names of others, each with how it is held; of a business that holds shares: `SHAREHOLDER` */
  readonly names?: readonly (readonly [
    name: string,
    'LIVE' | 'RESERVED' | 'FORMER' | 'SHAREHOLDER',
  ])[];
  /** what the national agent system says of whoever sends */
  readonly agent?: object;
  /** the sender, where the mandate does not name him */
  readonly sentBy?: string;
  /** what is wrong with the signature of a person; STRANGER adds one of somebody else */
  readonly signing?: Readonly<
    Record<string, 'FORGED' | 'OTHER_DOCUMENT' | 'TOO_OLD' | 'SLIP' | 'STRANGER'>
  >;
  /** the e-licence that the corporate shareholder shows; SIGNED and OTHER_DOCUMENT with a key of its own */
  readonly licence?: {
    readonly shows:
      | 'NOTHING'
      | 'VALID'
      | 'SIGNED'
      | 'OTHER_DOCUMENT'
      | 'REVOKED'
      | 'CHANGED'
      | 'ELSEWHERE'
      | 'SILENT';
    readonly claims?: Readonly<Record<string, string>>;
  };
  /** the same was sent before, by the same sender or another; WITHDRAWN again since, with the same signatures */
  readonly before?: 'OWN' | 'ANOTHER' | 'WITHDRAWN';
  /** the name was reserved for this application, until a day that is past */
  readonly reservedUntil?: string;
  /** who says that the application is not his */
  readonly denied?: string;
  /** what the first attempt said at these places; the machine returned it, and this corrects it */
  readonly corrects?: Readonly<Record<string, unknown>>;
  /** it is a row of a file */
  readonly row?: { readonly batchId: string; readonly row: number; readonly clientRowRef: string };
}

/** One slip, or one circumstance, and all that the review must find of it. */
export interface Plant {
  /** `RULE pointer SAYS CONSEQUENCE`; of a lawful variation none, or warnings only */
  readonly tells: readonly string[];
  /** the lawful applications into which it is planted */
  readonly on: readonly Base[];
  /** what it puts at which place of the form, by JSON Pointer; `undefined` takes away */
  readonly set?: Places | ((making: Making, form: ApplicationForm) => Places);
  readonly world?: World | ((making: Making, form: ApplicationForm) => World);
  /** told apart from others that tell the same */
  readonly which?: string;
  /** it changes what else is asked, so nothing is planted beside it */
  readonly alone?: true;
}
export type Places = Readonly<Record<string, unknown>>;

/** An application of the corpus: what is sent, into which world, and everything that must be found. */
export interface Labelled {
  readonly id: string;
  readonly base: Base;
  readonly form: ApplicationForm;
  readonly world: World;
  readonly tells: readonly string[];
}

type Members = Record<string, unknown>;
const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null;

/** The form with other values at some places: JSON Pointer → value; an index at the end of a list adds to it. */
export function withPlaces(form: ApplicationForm, places: Places): ApplicationForm {
  const changed: Members = structuredClone(form);
  for (const [pointer, value] of Object.entries(places)) {
    const steps = pointer.split('/').slice(1);
    const last = steps.pop() ?? '';
    const owner = steps.reduce<Members>((at, step, index) => {
      const inner = at[step];
      if (isMembers(inner)) return inner;
      const made: Members = /^\d+$/.test(steps[index + 1] ?? last) ? Object([]) : {};
      at[step] = made;
      return made;
    }, changed);
    if (value === undefined && Array.isArray(owner)) owner.splice(Number(last), 1);
    else if (value === undefined) delete owner[last];
    else owner[last] = value;
  }
  return ApplicationForm.parse(changed);
}
