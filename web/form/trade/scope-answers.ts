import type { Input, Output } from '../../api/routes.ts';

type Suggestions = Output<'GET /v1/scope/suggestions'>;
export type ScopeItem = Suggestions['items'][number]['item'];
export type Bundle = Suggestions['bundles'][number];
export type Preview = Output<'POST /v1/scope/preview'>;
export type DutyAnswers = Input<'POST /v1/scope/duty'>['body'];
