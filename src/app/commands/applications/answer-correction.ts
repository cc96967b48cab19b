import { asApplicant } from '../../applications/follow.ts';
import { takeCorrection } from './take-correction.ts';

/** The applicant answers 补正 himself. */
export const answerCorrection = asApplicant({ act: 'application.takeCorrection', does: takeCorrection });
