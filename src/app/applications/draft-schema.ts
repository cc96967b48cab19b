import * as z from 'zod';
import type { AnswerDraft } from '../../domain/application/answer-draft.ts';
import { answers } from '../../law/answers.ts';
import { type DeliveryMethod, deliveryRules } from '../../law/delivery.ts';
import { grounds } from '../../law/grounds.ts';
import { type ProvisionForm, type ProvisionWay, provisionForms, provisionWays } from '../../law/intake.ts';
import { daySchema, textSchema } from './application-act.ts';

const words = textSchema.nullable();
const keys = <T extends string>(record: Readonly<Record<T, unknown>>) => Object.keys(record) as [T, ...T[]];

/** What a draft of an answer may hold. */
export const draftSchema: z.ZodType<AnswerDraft> = z.strictObject({
  answer: z.enum(answers.map(({ id }) => id) as [AnswerDraft['answer'], ...AnswerDraft['answer'][]]),
  disclosed: z.array(
    z.strictObject({
      title: textSchema,
      form: z.enum(keys<ProvisionForm>(provisionForms)),
      way: z.enum(keys<ProvisionWay>(provisionWays)),
      when: words,
      pages: z.number().int().min(1).nullable(),
    }),
  ),
  withheld: z.array(
    z.strictObject({
      what: textSchema,
      ground: z.enum([...grounds.map(({ id }) => id), 'notGovernmentInformation']),
      reasons: textSchema,
      statute: words,
    }),
  ),
  reasons: words,
  statute: words,
  where: words,
  searches: z.array(
    z.strictObject({
      place: textSchema,
      on: daySchema,
      terms: textSchema,
      by: textSchema,
      found: textSchema,
    }),
  ),
  otherAgency: z
    .union([z.literal('unknown'), z.strictObject({ name: textSchema, contact: textSchema })])
    .nullable(),
  earlier: z.strictObject({ number: textSchema, letter: textSchema, answeredOn: daySchema }).nullable(),
  publicInterest: words,
  method: z.enum(keys<DeliveryMethod>(deliveryRules)).nullable().optional(),
  otherForm: words.optional(),
});
