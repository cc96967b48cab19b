import { asApplicant } from '../../applications/follow.ts';
import { withdrawApplication } from './withdraw-application.ts';

/** The applicant withdraws it himself. */
export const withdrawOwnApplication = asApplicant({ act: 'application.withdraw', does: withdrawApplication });
