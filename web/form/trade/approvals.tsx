import { useTranslation } from 'react-i18next';
import { TextField } from '../parties/text-field.tsx';
import { Said } from '../said.tsx';
import { findingsAt, type StepProps } from '../step.ts';
import { withApproval } from './papers-of-items.ts';
import type { ScopeItem } from './scope-answers.ts';

const MEMBERS = ['number', 'authority', 'holder', 'address', 'issued', 'until'] as const;
const DAYS: readonly string[] = ['issued', 'until'];

interface ApprovalsProps extends StepProps {
  readonly items: readonly ScopeItem[];
}

/** The approval that an item must have before registration, as its document says. */
export function Approvals({ form, change, preCheck, items }: ApprovalsProps) {
  const { t } = useTranslation();
  const asked = items.filter(({ preApproval }) => preApproval);
  if (asked.length === 0) return null;
  return (
    <section aria-labelledby="approvals">
      <h2 id="approvals">{t('tradeApproval.title')}</h2>
      <p className="hint">{t('tradeApproval.hint')}</p>
      {asked.map(({ wording }) => {
        const at = form.approvals?.findIndex(({ item }) => item === wording) ?? -1;
        const approval = form.approvals?.[at];
        return (
          <fieldset className="paper" key={wording}>
            <legend lang="zh-Hans">{wording}</legend>
            {MEMBERS.map((member) => (
              <TextField
                key={member}
                label={t(`tradeApproval.${member}`)}
                findings={findingsAt(preCheck, `/approvals/${at}/${member}`)}
                {...(DAYS.includes(member)
                  ? { hint: t('tradeApproval.day'), inputMode: 'numeric', maxLength: 10 }
                  : { maxLength: 100 })}
                value={approval?.[member]}
                onChange={(value) => change((it) => withApproval(it, wording, { [member]: value }))}
              />
            ))}
            <Said
              findings={findingsAt(preCheck, `/approvals/${at}`).filter(
                ({ pointer }) => pointer === `/approvals/${at}`,
              )}
            />
          </fieldset>
        );
      })}
    </section>
  );
}
