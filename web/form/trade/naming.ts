import type { ApplicationForm } from '#functions/application/form.ts';
import type { Finding } from '../step.ts';
import type { Preview } from './scope-answers.ts';

type Naming = Preview['naming'];

/** A trade name's four parts; what is not there is empty. */
export type Parts = NonNullable<Naming['parts']>;

/** Only what stands around its own word is no name: without one there is none. */
export const nameOf = ({ division, tradeName, industry, form }: Parts): string | undefined =>
  tradeName === '' ? undefined : division + tradeName + industry + form;

/** The first of what is proposed, around a word that is still to be invented. */
export const proposedBy = ({ divisions, industries, forms }: Naming): Parts => ({
  division: divisions[0] ?? '',
  tradeName: '',
  industry: industries[0] ?? '',
  form: forms[0] ?? '',
});

/** Another name with the same parts around the word that is its own; undefined where they are others. */
export function partsLike({ division, industry, form }: Parts, name: string): Parts | undefined {
  const ending = industry + form;
  const tradeName = name.slice(division.length, name.length - ending.length);
  return tradeName !== '' && division + tradeName + ending === name
    ? { division, tradeName, industry, form }
    : undefined;
}

/** The word of its own as typed, without spaces: an input method leaves them between syllables. */
export const asTradeName = (typed: string): string => typed.replace(/\s/g, '');

/** The form with another name, or without one; what was promised of its former name is promised no more. */
export function withName(form: ApplicationForm, name: string | undefined): ApplicationForm {
  const { name: _former, promises, ...others } = form;
  const { similarName: _promised, ...kept } = promises ?? {};
  return { ...others, ...(promises && { promises: kept }), ...(name && { name }) };
}

/** That the name is close to another's: what asks for a promise. */
export const isNear = ({ rule }: Finding): boolean => rule === 'NM-09';
