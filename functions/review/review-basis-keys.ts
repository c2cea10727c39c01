/** By this name the keys of the national agent system are kept; those of an identity provider, by its issuer. */
export const AGENT_SYSTEM_NAME = 'national-agent-system';

/** Where a key is kept by which we believed another authority's word, under the name that its tokens call it by. */
export const trustedKeyKey = (authority: string, kid: string) => ({
  pk: `TRUSTED#${authority}`,
  sk: `KEY#${kid}`,
});
