/**
 * Wordings of a business scope that was pasted as a licence prints it:
 * `一般项目：A；B（除依法…）许可项目：C（依法…）`, also as 一般经营项目是：… (深圳), or as a bare list.
 *
 * A full-width or half-width semicolon and the end of a line part wordings, outside of brackets. The
 * enumeration comma 、 does not: it stands within wordings (广告设计、代理). Headings, the statutory notes in
 * brackets and full stops are dropped; each wording comes once, in order. Total: any text gives a list.
 */
export function pastedScope(text: string): string[] {
  const found = text
    .normalize('NFC')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replace(NOTE, '；')
    .replace(HEADING, '；');
  return [
    ...new Set(
      parted(found)
        .map(bare)
        .filter((it) => it !== ''),
    ),
  ];
}

/** 一般项目：, 许可经营项目是: */
const HEADING = /(?:一般|许可)(?:经营)?项目(?:是|为)?\s*[:：]/gu;

/** What the law, or a city, has printed after the items; it is no item. */
const NOTE =
  /[（【[](?:除依法须经批准的项目外|依法须经批准的项目|不得从事国家和本市产业政策)[^（）]*[）】\]]/gu;

/** Without blanks and full stops around it. */
function bare(wording: string): string {
  let end = wording.length;
  while (end > 0 && /[\s。．]/u.test(wording.charAt(end - 1))) end -= 1;
  return wording.slice(0, end).replace(/^[\s。．]+/u, '');
}

/** An opening bracket that nothing closes parts nothing. */
function parted(text: string): string[] {
  const parts: string[] = [];
  const lastClosed = text.lastIndexOf('）');
  let depth = 0;
  let from = 0;
  for (const { 0: mark, index } of text.matchAll(/[（）；;\n\r]/gu)) {
    if (mark === '（') depth += 1;
    else if (mark === '）') depth = Math.max(0, depth - 1);
    else if (depth === 0 || index > lastClosed) {
      parts.push(text.slice(from, index));
      from = index + 1;
      depth = 0;
    }
  }
  return [...parts, text.slice(from)];
}
