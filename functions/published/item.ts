import type { Content } from './edition.ts';

/** Kinds that are the same for all registrars. */
export const FOR_ALL: readonly Content['kind'][] = ['BUNDLE', 'CALENDAR'];

/** What an edition is of among its kind: a bundle, a year, a rule or lane; '' where there is but one. */
export function ofWhat(content: Content): string {
  switch (content.kind) {
    case 'BUNDLE':
      return content.bundle.id;
    case 'CALENDAR':
      return String(content.calendar.year);
    case 'SWITCHES':
      return 'rule' in content.of ? content.of.rule : content.of.lane;
    default:
      return '';
  }
}
