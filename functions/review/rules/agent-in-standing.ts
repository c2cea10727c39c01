import { inStanding } from '../../application/agent-standing.ts';
import { breachedBy, type Fault, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

const POINTER = '/mandate/agent';

/** A system that does not answer is never a fault of the applicant: a person asks it. */
export const agentInStanding: Rule = {
  id: 'BA-01',
  version: 1,
  onBreach: 'RETURN',
  counts: 'SUBMISSION',
  check: ({ standing, submittedOn }) => {
    if (!standing) return NOT_APPLICABLE;
    const faults: Fault[] = [];
    if (standing.standing === 'SILENT')
      faults.push({ pointer: POINTER, says: 'SILENT', consequence: 'REFER' });
    else if (standing.standing !== 'ACTIVE')
      faults.push({ pointer: POINTER, says: standing.standing });
    else if (!inStanding(standing, submittedOn))
      faults.push({ pointer: POINTER, says: 'NOT_QUALIFIED' });
    return breachedBy(faults);
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '代理人已在全国经营主体登记代理信息系统公示，提交之日具备代理资格，未被暂停或者移除。',
    en: 'The agent is disclosed in the national agent system and entitled to act on the day of submission.',
  },
  basis: [{ law: '经营主体登记申请及代理行为管理办法', article: '7' }],
  says: {
    SUSPENDED: {
      zh: {
        fault: '代理人已被暂停在全国经营主体登记代理信息系统中的代理资格。',
        mend: '请由委托人本人申请，或者另行委托已公示的代理人。',
      },
      en: {
        fault: 'The agent is suspended in the national agent system.',
        mend: 'Let the client apply in person, or give the mandate to another disclosed agent.',
      },
    },
    REMOVED: {
      zh: {
        fault: '代理人已从全国经营主体登记代理信息系统中移除。',
        mend: '请由委托人本人申请，或者另行委托已公示的代理人。',
      },
      en: {
        fault: 'The agent has been removed from the national agent system.',
        mend: 'Let the client apply in person, or give the mandate to another disclosed agent.',
      },
    },
    UNKNOWN: {
      zh: {
        fault: '代理人未在全国经营主体登记代理信息系统公示。',
        mend: '请代理人先在该系统公示信息，或者由委托人本人申请。',
      },
      en: {
        fault: 'The agent is not disclosed in the national agent system.',
        mend: 'Let the agent be disclosed there first, or the client apply in person.',
      },
    },
    NOT_QUALIFIED: {
      zh: {
        fault: '提交之日不在代理人公示的资格期限内。',
        mend: '请代理人更新公示信息后重新提交，或者由委托人本人申请。',
      },
      en: {
        fault: 'The day of submission is outside the time for which the agent is qualified.',
        mend: 'Let the agent renew the disclosure and submit again, or the client apply in person.',
      },
    },
    SILENT: {
      zh: {
        fault: '全国经营主体登记代理信息系统没有及时答复，需由登记人员核实代理人的资格。',
        mend: '无需更正；登记人员将予以核实。',
      },
      en: {
        fault:
          'The national agent system did not answer in time: an official asks for the agent’s standing.',
        mend: 'Nothing to correct; the official asks.',
      },
    },
  },
};
