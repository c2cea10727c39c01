import { ACCOUNT_ID, REGION } from './aws-services.ts';
import { type Deployment, deploymentOf } from './deployment.ts';
import { synthesised } from './synthesis.ts';
import { resolveTemplate } from './template.ts';

/** What the template deploys on one machine, to be looked at beside a system: its parameters are empty. */
export async function deployedHere(): Promise<Deployment> {
  const template = await synthesised();
  const parameters = Object.fromEntries(
    Object.entries(template.Parameters).flatMap(([name, { Default }]) =>
      Default === undefined ? [[name, '']] : [],
    ),
  );
  return deploymentOf(
    resolveTemplate(template, { region: REGION, accountId: ACCOUNT_ID, parameters }),
  );
}

/** The value of a variable in the functions' environment, such as the name of a table. */
export function variableOf({ functions }: Pick<Deployment, 'functions'>, name: string): string {
  const value = functions.flatMap(({ environment }) => environment[name] ?? [])[0];
  if (value === undefined) throw new TypeError(`no function of the template has ${name}`);
  return value;
}
