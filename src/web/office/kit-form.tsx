import { createContext, useContext } from 'hono/jsx';
import { Form } from '../theme/form.tsx';

/** Hidden fields of the kit page's forms: the token of the session. */
export const KitFields = createContext<Readonly<Record<string, string>>>({});

/** A form of the kit page. */
export const KitForm = (props: Parameters<typeof Form>[0]) => (
  <Form {...props} fields={useContext(KitFields)} />
);
