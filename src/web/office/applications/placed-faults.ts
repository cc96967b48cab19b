import type { Fault } from '../faults.ts';

/** Refusals of the domain speak of the act; each belongs beside one of these fields, the first that the form has. */
const places: Readonly<Record<string, readonly string[]>> = {
  'application.past': ['on'],
  'application.future': ['on'],
  'application.receiptDay': ['handedOn', 'signedOn', 'contactedOn', 'acknowledgedOn'],
  'application.arrival': ['arrivedOn'],
  'application.arrivedTwice': ['arrivedOn'],
  'application.contactDay': ['contactedOn', 'triedOn', 'on'],
  'application.contactWay': ['way', 'tried'],
  'application.sameKind': ['applicant'],
  'application.kindReason': ['reason'],
  'application.receipt': ['handedOn', 'signedOn', 'contact', 'acknowledgedOn'],
  'application.otherAgency': ['to', 'otherName'],
  'application.parts': ['parts'],
  'application.causes': ['causes'],
  'application.reasonsTime': ['due'],
  'application.notAtOnce': ['on'],
  'application.notCleared': ['cleared'],
  'application.handedTo': ['handedTo'],
  'application.extension': ['days'],
  'application.extensionReason': ['reason'],
  'application.payment': ['yuan'],
  'application.returnReason': ['reason', 'opinion'],
  'application.proof': ['proof'],
  'application.signature': ['method'],
  'application.postOnly': ['carrier'],
  'application.withdrawal': ['confirmation'],
  'application.file': ['pages'],
  'application.decision': ['decision'],
  'application.onlyOne': ['applicants'],
  'application.record': ['recordName'],
  'application.rectifier': ['agency'],
  'application.unproven': ['reasons'],
  'application.objectionWeighed': ['reasonable'],
  'application.withheld': ['withheld.0.what'],
  'application.withheldReasons': ['withheld.0.reasons'],
  'application.statute': ['statute', 'withheld.0.statute'],
  'application.provision': ['disclosed.0.title', 'title'],
  'application.provisionTime': ['disclosed.0.when'],
  'application.otherForm': ['otherForm'],
  'application.where': ['where'],
  'application.earlierLetter': ['earlierLetter'],
  'application.earlierOn': ['earlierOn'],
  'application.earlierApplicant': ['earlierNumber'],
  'application.earlierNone': ['earlierNumber'],
  'application.reasons': ['reasons'],
  'application.searches': ['searches.0.place'],
  'application.earlier': ['earlierNumber'],
  'fee.tariff': ['tariff'],
  'fee.quantity': ['quantity'],
  'fee.none': ['quantity'],
  'fee.amount': ['yuan'],
  'fee.form': ['tariff'],
  'fee.notGiven': ['because'],
  'fee.pages': ['quantity'],
};

/** What is wrong, beside the field it is about where the form has that; all else stays with the form as a whole. */
export const placedFaults = (faults: readonly Fault[], names: readonly string[]): readonly Fault[] =>
  faults.map((given) => {
    // A draft comes as one thing; its form names what is in it.
    const fault = { ...given, field: given.field.replace(/^draft\./, '') };
    if (fault.field !== '') return fault;
    const field = (places[fault.code ?? ''] ?? []).find((each) => names.includes(each));
    return field === undefined ? fault : { ...fault, field };
  });
