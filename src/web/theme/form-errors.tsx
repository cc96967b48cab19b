/** One fault of a refused form; `field` is the id of the control it is about, null for the form as a whole. */
export interface FormError {
  readonly field: string | null;
  readonly message: string;
}

/** On top of a refused form: what is wrong, each a link to its field. The focus goes here, with script or without. */
export const FormErrors = ({ errors, title }: { errors: readonly FormError[]; title?: string }) => {
  if (errors.length === 0) return null;
  return (
    <div class="gk-errsum" role="alert" tabindex={-1} autofocus id="errors" aria-labelledby="errors-title">
      <h2 id="errors-title">{title ?? `还不能提交，有 ${errors.length} 处需要改`}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li>{field === null ? message : <a href={`#${field}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  );
};
