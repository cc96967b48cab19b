/** One thing that was looked at: fine, worth knowing, or in the way. The sentence says what to do. */
export interface Diagnosis {
  readonly state: 'fine' | 'warning' | 'fault';
  readonly subject: string;
  readonly message: string;
}

export const fine = (subject: string, message: string): Diagnosis => ({ state: 'fine', subject, message });
export const warning = (subject: string, message: string): Diagnosis => ({
  state: 'warning',
  subject,
  message,
});
export const fault = (subject: string, message: string): Diagnosis => ({ state: 'fault', subject, message });
