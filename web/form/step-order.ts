import type { ComponentType } from 'react';
import type { ApplicationForm } from '#functions/application/form.ts';
import { ADDRESS_POINTERS, AddressStep } from './parties/address-step.tsx';
import { CAPITAL_POINTERS, CapitalStep } from './parties/capital-step.tsx';
import { PEOPLE_POINTERS, PeopleStep } from './parties/people-step.tsx';
import { PROMISES_POINTERS, PromisesStep } from './parties/promises-step.tsx';
import type { StepProps } from './step.ts';
import { DUTY_POINTERS, DutyStep } from './trade/duty-step.tsx';
import { NAME_POINTERS, NameStep } from './trade/name-step.tsx';
import { SELL_POINTERS, SellStep } from './trade/sell-step.tsx';

interface Asking {
  readonly name: 'duty' | 'sell' | 'name' | 'people' | 'capital' | 'address' | 'promises';
  readonly Step: ComponentType<StepProps>;
  readonly pointers: readonly string[];
  /** absent where it is asked of everybody */
  readonly asks?: (form: ApplicationForm) => boolean;
  /** says what is wrong while one types */
  readonly live?: true;
}

const isChosen = ({ type }: ApplicationForm): boolean => type !== undefined;

/** What is asked, in the order in which a person thinks of it. */
const ASKING: readonly Asking[] = [
  { name: 'duty', Step: DutyStep, pointers: DUTY_POINTERS },
  { name: 'sell', Step: SellStep, pointers: SELL_POINTERS, asks: isChosen },
  { name: 'name', Step: NameStep, pointers: NAME_POINTERS, asks: isChosen, live: true },
  { name: 'people', Step: PeopleStep, pointers: PEOPLE_POINTERS, asks: isChosen },
  {
    name: 'capital',
    Step: CapitalStep,
    pointers: CAPITAL_POINTERS,
    asks: ({ type }) => type !== undefined && type !== 'INDIVIDUAL_BUSINESS',
  },
  { name: 'address', Step: AddressStep, pointers: ADDRESS_POINTERS, asks: isChosen },
  { name: 'promises', Step: PromisesStep, pointers: PROMISES_POINTERS, asks: isChosen },
];

/** The last step: to look at it all, sign and send it. */
const SEND = { name: 'send', pointers: [''], asks: isChosen } as const;

export type FormStep = Asking | typeof SEND;
export type StepName = FormStep['name'];

/** Steps that this form goes through. */
export const stepsFor = (form: ApplicationForm): readonly FormStep[] =>
  [...ASKING, SEND].filter(({ asks }: Pick<Asking, 'asks'>) => !asks || asks(form));

const holds = (pointer: string, it: string): boolean =>
  it === pointer || it.startsWith(`${pointer}/`);

/** The step that asks for a member of the form: of several, the one that names it most closely. */
export function stepAsking(pointer: string, form: ApplicationForm): FormStep {
  const near = ({ pointers }: FormStep): number =>
    Math.max(-1, ...pointers.filter((it) => holds(it, pointer)).map((it) => it.length));
  return stepsFor(form).reduce<FormStep>(
    (best, step) => (near(step) > near(best) ? step : best),
    SEND,
  );
}

/** Steps of which a form has something already. */
export const begunSteps = (form: ApplicationForm): readonly StepName[] =>
  stepsFor(form)
    .filter(
      ({ name, pointers }) =>
        name !== SEND.name && pointers.some((pointer) => valueAt(form, pointer) !== undefined),
    )
    .map(({ name }) => name);

/** The value at a JSON Pointer (RFC 6901); keys and members of a form need no unescaping. */
export const valueAt = (form: ApplicationForm, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined,
      form,
    );
