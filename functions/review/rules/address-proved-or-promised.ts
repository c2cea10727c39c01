import { holdsOn } from '../listed.ts';
import { breachedBy, MET, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/**
 * Confirmation model (确认制): where the registrar's regime has it, a signed promise is the proof. Where
 * property data confirm the address, nothing more is asked (公司登记管理实施办法); where they contradict
 * it, a person looks, whatever was brought.
 */
export const addressProvedOrPromised: Rule = {
  id: 'AD-03',
  version: 2,
  onBreach: 'RETURN',
  counts: 'DECISION',
  check: ({ form: { premises, promises }, registrar, listed = [], decidedOn }) => {
    if (!premises?.proof?.trim() || premises.kind === 'CLUSTER') return NOT_APPLICABLE;
    const data = listed.filter(
      (it) =>
        it.list === 'PROPERTY' && it.pointer === '/premises/address' && holdsOn(it, decidedOn),
    );
    if (data.some(({ ground }) => ground === 'CONTRADICTED'))
      return breachedBy([
        { pointer: '/premises/address', says: 'CONTRADICTED', consequence: 'REFER' },
      ]);
    if (data.length > 0) return MET;
    if (premises.proof !== 'PROMISE') return MET;
    if (!registrar) return NOT_APPLICABLE;
    if (!registrar.addressByPromise)
      return breachedBy([{ pointer: '/premises/proof', says: 'PROOF_NEEDED' }]);
    return breachedBy(
      promises?.address === true ? [] : [{ pointer: '/promises/address', says: 'NOT_PROMISED' }],
    );
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '住所（经营场所）有使用证明，与不动产数据不矛盾；实行确认制的登记机关，可以由申请人签署承诺代替。',
    en: 'The use of the premises is proved or, where the registrar’s regime allows it, promised over signature; property data do not contradict it.',
  },
  basis: [
    { law: '市场主体登记管理条例实施细则', article: '25' },
    { law: '公司登记管理实施办法' },
    { law: '广州市南沙区市场主体登记确认制实施办法', article: '2' },
  ],
  says: {
    CONTRADICTED: {
      zh: {
        fault: '该地址与不动产登记等共享数据不一致，需由登记人员核实。',
        mend: '请核对地址，并准备产权证明、租赁合同等材料，等待登记人员联系。',
      },
      en: {
        fault: 'Property data do not agree with this address: an official looks into it.',
        mend: 'Check the address, have title or lease at hand, and wait for the official.',
      },
    },
    PROOF_NEEDED: {
      zh: {
        fault: '该登记机关不接受以承诺代替住所（经营场所）使用证明。',
        mend: '请提供产权证明、租赁合同或者同意使用的证明。',
      },
      en: {
        fault: 'This registrar does not take a promise in place of proof.',
        mend: 'Bring the title, the lease or the consent of the owner.',
      },
    },
    NOT_PROMISED: {
      zh: {
        fault: '选择以承诺代替使用证明，但没有勾选住所（经营场所）承诺。',
        mend: '请确认地址真实、可以合法使用，并勾选承诺；也可以提供使用证明。',
      },
      en: {
        fault: 'A promise is to replace the proof, but it has not been given.',
        mend: 'Promise that the address is true and may be used, or bring proof.',
      },
    },
  },
};
