/** Who applies: a column of table 三 each. The class is fixed at registration and is that of the client, not of his lawyer. */
export type ApplicantKind =
  | 'naturalPerson'
  | 'business'
  | 'research'
  | 'nonprofit'
  | 'legalService'
  | 'otherOrg';

/** The words of the form; 法人或其他组织 are the five after 自然人. */
export const applicantKindNames: Readonly<Record<ApplicantKind, string>> = {
  naturalPerson: '自然人',
  business: '商业企业',
  research: '科研机构',
  nonprofit: '社会公益组织',
  legalService: '法律服务机构',
  otherOrg: '其他',
};

export const applicantKinds = Object.keys(applicantKindNames) as readonly ApplicantKind[];
