/**
 * Where the writing of Hong Kong's and Macao's authorities differs from the dictionary's, or the
 * dictionary takes characters together that belong to two words: what it gives, and what is meant.
 * Names of mainland laws are converted by their characters, like everything else.
 */
export const LEGAL_TERMS: readonly (readonly [string, string])[] = [
  ['複議', '復議'],
  ['決定準予', '決定准予'],
  ['併為本申請', '並為本申請'],
  ['提交併辦理', '提交並辦理'],
  ['週歲', '周歲'],
  ['籤', '簽'],
  ['羣', '群'],
  ['啓', '啟'],
  ['説', '說'],
  ['税', '稅'],
  ['兑', '兌'],
  ['脱', '脫'],
  ['發佈', '發布'],
  ['公佈', '公布'],
];
