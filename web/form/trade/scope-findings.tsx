import type { Finding } from '../step.ts';

/** What is wrong with the choice, each thing once, and what to do; what follows from it stands elsewhere. */
export function ScopeFindings({ findings }: { readonly findings: readonly Finding[] }) {
  const grave = new Map(
    findings
      .filter(({ consequence }) => consequence !== 'WARN')
      .map((it) => [`${it.rule} ${it.pointer} ${it.fault}`, it]),
  );
  if (grave.size === 0) return null;
  return (
    <div role="alert">
      <ul className="said">
        {[...grave].map(([key, { pointer, fault, mend }]) => (
          <li key={key} data-at={pointer}>
            <span className="wrong">{fault}</span> {mend}
          </li>
        ))}
      </ul>
    </div>
  );
}
