import type { Child } from 'hono/jsx';
import { demonstrationPassword, demonstrationPeople } from '../../app/demonstration-people.ts';
import { roles } from '../../app/policy/roles.ts';
import { Button, ButtonLink, Buttons } from '../theme/buttons.tsx';
import { Form } from '../theme/form.tsx';
import type { FormError } from '../theme/form-errors.tsx';
import { FormErrors } from '../theme/form-errors.tsx';
import { Mark } from '../theme/icons.tsx';
import { PasswordField } from '../theme/password-field.tsx';
import { TextField } from '../theme/text-field.tsx';
import type { OfficeDeps } from './deps.ts';

/** Who may be tried on a demonstration, where all is invented. */
const DemonstrationPeople = () => (
  <details class="gk-door-demo">
    <summary>演示账号</summary>
    <p>
      口令均为 <code>{demonstrationPassword}</code>
    </p>
    <ul>
      {demonstrationPeople.map(({ username, name, roles: held }) => (
        <li>
          <code>{username}</code> {name}：{held.map((role) => roles[role].label).join('、')}
        </li>
      ))}
    </ul>
  </details>
);

/** A page before signing in: one narrow column, no navigation. */
const DoorPage = ({
  deps,
  title,
  said,
  children,
}: {
  deps: OfficeDeps;
  title: string;
  said: string | null;
  children: Child;
}) => (
  <html lang="zh-CN">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <title>{`${title} - 公开 · ${deps.site.name}`}</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href={deps.urls.asset('office.css')} />
      <script src={deps.urls.asset('office.js')} defer />
    </head>
    <body class="gk-office gk-door" id="top">
      <main id="main" class="gk-door-main" tabindex={-1}>
        <p class="gk-door-brand">
          <Mark />
          <span>
            <small>{deps.site.name}</small>
            <strong>政府信息公开办公系统</strong>
          </span>
        </p>
        <h1>{title}</h1>
        {said !== null && (
          <p class="gk-note" role="status">
            {said}
          </p>
        )}
        {children}
        {deps.site.demonstration && <DemonstrationPeople />}
        <p class="gk-door-foot">
          <a href={deps.urls.home()}>回到政府信息公开网站</a>
        </p>
      </main>
    </body>
  </html>
);

export interface SignInProps {
  readonly deps: OfficeDeps;
  readonly next: string;
  readonly username: string;
  readonly errors: readonly FormError[];
  readonly said: string | null;
}

export const SignInPage = ({ deps, next, username, errors, said }: SignInProps) => (
  <DoorPage deps={deps} title="登录" said={said}>
    <FormErrors errors={errors} title="没有登录" />
    <Form action={deps.urls.at('/office/sign-in')} fields={{ next }}>
      <TextField name="username" label="登录名" value={username} maxlength={30} autocomplete="username" />
      <PasswordField
        name="password"
        label="口令"
        autocomplete="current-password"
        hint="忘记口令时，请联系本机关的系统管理员重置。"
      />
      <Buttons>
        <Button weight="primary">登录</Button>
        {deps.singleSignOn && (
          <ButtonLink href={deps.urls.at('/office/sign-in/single', { next })}>统一身份认证登录</ButtonLink>
        )}
      </Buttons>
    </Form>
  </DoorPage>
);

export const CodePage = ({
  deps,
  next,
  errors,
  backup,
}: Omit<SignInProps, 'username' | 'said'> & { backup: boolean }) => (
  <DoorPage deps={deps} title="动态口令" said={null}>
    <FormErrors errors={errors} title="没有登录" />
    <Form action={deps.urls.at('/office/sign-in/code')} fields={{ next, backup: backup ? '1' : '' }}>
      {backup ? (
        <TextField
          name="code"
          label="备用码"
          hint="启用动态口令时保存的备用码，每个只能用一次。"
          maxlength={20}
          width="medium"
        />
      ) : (
        <TextField
          name="code"
          label="六位数字"
          hint="手机验证器上现在显示的数字。"
          kind="number"
          maxlength={6}
          autocomplete="one-time-code"
        />
      )}
      <Buttons>
        <Button weight="primary">登录</Button>
        <ButtonLink
          href={deps.urls.at('/office/sign-in/code', { next, backup: backup ? '' : '1' })}
          weight="link"
        >
          {backup ? '改用手机验证器' : '手机不在身边，改用备用码'}
        </ButtonLink>
      </Buttons>
    </Form>
  </DoorPage>
);
