interface Node {
  readonly type: string;
  readonly id?: { readonly name?: string };
  readonly key?: { readonly name?: string };
  readonly callee?: { readonly name?: string };
}

/**
 * Words that people read and that no test repeats: the `texts` of a rule file and the figures that it
 * prints beside them (`parameters`; its check has its own), what is told in two languages with its law,
 * and what an error of ours says to us.
 */
const isWords = ({ type, id, key, callee }: Node): boolean =>
  (type === 'VariableDeclarator' && /^(texts|mend|MEND)$/.test(id?.name ?? '')) ||
  (type === 'ObjectProperty' && /^(parameters|zh|en|law|article)$/.test(key?.name ?? '')) ||
  (type === 'NewExpression' && /^(Range|Type)?Error$/.test(callee?.name ?? ''));

/** A plugin of Stryker's: what it says yes to is not mutated. */
export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'words',
    value: {
      shouldIgnore: ({ node }: { readonly node: Node }) =>
        isWords(node) ? 'words, not behaviour' : undefined,
    },
  },
];
