import { copyButtons } from './copy.ts';
import { guardForms, sendOnce } from './forms.ts';
import { showPasswords } from './passwords.ts';
import { selection } from './selection.ts';

/** Comfort only: without this script every page of the office works. */
copyButtons();
sendOnce();
guardForms();
showPasswords();
selection();
