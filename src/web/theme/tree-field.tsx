import { describedBy, type FieldProps, FieldWords, fieldId, Legend } from './field.tsx';
import { Icon } from './icons.tsx';

/** A node as a source of trees answers it, also as JSON: `{ "nodes": TreeNode[], "more": boolean }`. */
export interface TreeNode {
  readonly id: string;
  readonly label: string;
  /** Where it lies, in words, for a hit of a search: 山东省 › 济宁市. */
  readonly detail?: string;
  /** There is something below it. */
  readonly branch: boolean;
  /** It can be opened but not chosen. */
  readonly closed?: boolean;
  /** What is below it, where that was asked for. */
  readonly children?: readonly TreeNode[];
}

export interface TreeFieldProps extends FieldProps {
  readonly value: Pick<TreeNode, 'id' | 'label' | 'detail'> | null;
  /** Answers `?parent=<id>` ('' for the top) and `?q=<words>` as JSON; asked by the script only. */
  readonly source: string;
  /** The top, opened as far as was asked for, or the hits of a search. */
  readonly nodes: readonly TreeNode[];
  /** Words searched for without script. */
  readonly words?: string;
  /** There are more hits than `nodes`. */
  readonly more?: boolean;
  readonly placeholder?: string;
}

const openName = (name: string) => `open-${name}`;
const findName = (name: string) => `find-${name}`;

/**
 * What a form asks of a tree without script: to open a node or to search. Its handler then answers the same form with
 * what was typed and the tree opened, and does nothing else. null when it was sent to be acted on.
 */
export function treeAsked(
  fields: Readonly<Record<string, unknown>>,
  name: string,
): { readonly parent: string } | { readonly words: string } | null {
  const open = fields[openName(name)];
  if (typeof open !== 'string') return null;
  const words = fields[findName(name)];
  if (open === '') return { words: typeof words === 'string' ? words.trim() : '' };
  return { parent: open === TOP ? '' : open };
}

/** What the button that opens the top sends: no id is written so. */
const TOP = '*';

const Node = ({ node, props }: { node: TreeNode; props: TreeFieldProps }) => {
  const id = `${fieldId(props)}-${node.id}`;
  return (
    <li>
      <div class="gk-tree-line">
        {node.closed ? (
          <span class="gk-tree-closed">{node.label}</span>
        ) : (
          <span class="form-check">
            <input
              class="form-check-input"
              type="radio"
              name={props.name}
              value={node.id}
              id={id}
              checked={props.value?.id === node.id}
            />
            <label class="form-check-label" for={id}>
              {node.label}
              {node.detail !== undefined && <small> {node.detail}</small>}
            </label>
          </span>
        )}
        {node.branch && node.children === undefined && (
          <button
            class="btn btn-link"
            type="submit"
            name={openName(props.name)}
            value={node.id}
            formnovalidate
          >
            下级<span class="visually-hidden">：{node.label}</span>
            <Icon name="right" />
          </button>
        )}
      </div>
      {node.children !== undefined && node.children.length > 0 && (
        <Level nodes={node.children} above={node.id} props={props} />
      )}
    </li>
  );
};

/** The nodes of a level; of one that was opened further only what was opened, and a way back to the others. */
function Level({
  nodes,
  above,
  props,
}: {
  nodes: readonly TreeNode[];
  above: string;
  props: TreeFieldProps;
}) {
  const opened = nodes.filter(({ children }) => children !== undefined);
  return (
    <ul>
      {opened.length > 0 && nodes.length > 1 && (
        <li>
          <button class="btn btn-link" type="submit" name={openName(props.name)} value={above} formnovalidate>
            <Icon name="left" />
            同级的 {nodes.length} 个
          </button>
        </li>
      )}
      {(opened.length > 0 ? opened : nodes).map((node) => (
        <Node node={node} props={props} />
      ))}
    </ul>
  );
}

/**
 * One of a tree of thousands, such as an agency. Without script: a search and radio buttons, levels opened by the
 * server. With script: a box to type in, levels fetched when they are opened.
 */
export const TreeField = (props: TreeFieldProps) => {
  const id = fieldId(props);
  const shown = props.nodes.some((node) => node.id === props.value?.id);
  return (
    <fieldset
      class={props.error ? 'gk-field gk-field--error' : 'gk-field'}
      {...describedBy(props)}
      data-tree={props.source}
      data-name={props.name}
      data-control={id}
      data-value={props.value?.id ?? ''}
      data-text={props.value?.label ?? ''}
      data-detail={props.value?.detail ?? ''}
      data-placeholder={props.placeholder ?? '输入名称查找，或者按级选择'}
    >
      <legend class="gk-label" id={`${id}-legend`}>
        <Legend {...props} />
      </legend>
      <FieldWords {...props} />
      <div class="gk-tree" data-tree-plain>
        {props.value !== null && !shown && (
          <ul>
            <Node node={{ ...props.value, branch: false }} props={props} />
          </ul>
        )}
        <div class="gk-tree-find">
          <input
            class="form-control"
            id={id}
            name={findName(props.name)}
            type="text"
            autocomplete="off"
            aria-label={`查找${props.label}`}
            value={props.words ?? ''}
            maxlength={40}
          />
          <button
            class="btn btn-outline-primary"
            type="submit"
            name={openName(props.name)}
            value=""
            formnovalidate
          >
            查找
          </button>
        </div>
        {props.words !== undefined && props.nodes.length === 0 && (
          <p class="gk-hint">没有名称含“{props.words}”的。</p>
        )}
        <Level nodes={props.nodes} above={TOP} props={props} />
        {props.more && <p class="gk-hint">还有更多，请多输几个字。</p>}
      </div>
    </fieldset>
  );
};
