import { findingsAt, type StepProps } from '../step.ts';
import { DistrictChoice } from './district-choice.tsx';
import { DutyQuestions } from './duty-questions.tsx';
import { KindChoice } from './kind-choice.tsx';
import './trade.css';

/** Members of the form that this step asks for. */
export const DUTY_POINTERS: readonly string[] = ['/type', '/operation', '/registrar'];

/** Must I register? As what, and where? */
export const DutyStep = ({ form, change, preCheck }: StepProps) => (
  <div className="trade">
    <DutyQuestions isOpen={form.type === undefined} />
    <KindChoice form={form} change={change} preCheck={preCheck} />
    <DistrictChoice
      type={form.type}
      chosen={form.registrar}
      choose={(registrar) => change((it) => ({ ...it, registrar }))}
      findings={findingsAt(preCheck, '/registrar')}
    />
  </div>
);
