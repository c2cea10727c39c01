import { Template } from 'aws-cdk-lib/assertions';
import { synthesise } from '#infra/synthesise.ts';

/** What a person deploys, and what runs on one machine. */
export const PROD = Template.fromJSON(synthesise('prod'));
export const LOCAL = Template.fromJSON(synthesise('local'));
