import { copyButtons } from './copy.ts';
import { dialogs } from './dialogs.ts';
import { guardForms, sendOnce } from './forms.ts';
import { menus } from './menus.ts';
import { showPasswords } from './passwords.ts';
import { pickers } from './picker.ts';
import { selection } from './selection.ts';
import { trees } from './tree.ts';
import { uploads } from './upload.ts';

/** Comfort only: without this script every page of the office works. */
for (const start of [
  copyButtons,
  dialogs,
  sendOnce,
  guardForms,
  menus,
  showPasswords,
  selection,
  trees,
  pickers,
  uploads,
])
  start();
