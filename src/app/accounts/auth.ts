import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { genericOAuth, twoFactor, username } from 'better-auth/plugins';
import { CamelCasePlugin } from 'kysely';
import { accountById, hasRealPeople, renewPasswordHash } from '../../store/accounts.ts';
import { newId } from '../../store/ids.ts';
import type { Store } from '../../store/store.ts';
import type { Vault } from '../vault/vault.ts';
import { longestPassword, shortestPassword } from './password.ts';
import { hashPassword, isOutdated, verifyPassword } from './password-hash.ts';

export interface SingleSignOn {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface AuthOptions {
  /** The address people use, with a path when embedded. */
  readonly publicUrl: string;
  /** An OIDC provider whose `preferred_username` is the user name here; only known accounts may come in by it. */
  readonly singleSignOn?: SingleSignOn | undefined;
}

/** Address that better-auth demands for each account; it reaches nobody. */
export const addressOf = (username: string): string => `${username}@account.invalid`;

/** 12 hours: a working day and the evening; prolonged at most once an hour. */
const sessionSeconds = 12 * 3_600;
const prolongSeconds = 3_600;

function singleSignOn({ issuer, clientId, clientSecret }: SingleSignOn) {
  return genericOAuth({
    config: [
      {
        providerId: 'oidc',
        discoveryUrl: `${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`,
        clientId,
        clientSecret,
        scopes: ['openid', 'profile'],
        pkce: true,
        disableSignUp: true,
        mapProfileToUser: (profile) => ({
          email: addressOf(String(profile.preferred_username ?? '').toLowerCase()),
          emailVerified: true,
        }),
      },
    ],
  });
}

/** Sessions, passwords, second factors and single sign-on (better-auth over our own tables). */
export function openAuth(store: Store, vault: Vault, options: AuthOptions) {
  const { origin, pathname, protocol } = new URL(options.publicUrl);
  const base = pathname.replace(/\/+$/, '');
  return betterAuth({
    appName: '公开',
    baseURL: origin,
    basePath: `${base}/office/auth`,
    secret: vault.secretFor('sessions'),
    trustedOrigins: [origin],
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: { db: store.database.withPlugin(new CamelCasePlugin()), type: 'postgres' },
    user: {
      modelName: 'account',
      additionalFields: { homeAgencyId: { type: 'string', required: true, input: false, returned: false } },
    },
    account: {
      modelName: 'accountCredential',
      accountLinking: { enabled: true, trustedProviders: ['oidc'], updateUserInfoOnLink: false },
      encryptOAuthTokens: true,
    },
    session: { modelName: 'accountSession', expiresIn: sessionSeconds, updateAge: prolongSeconds },
    verification: { modelName: 'accountVerification' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      password: {
        hash: hashPassword,
        verify: async ({ hash, password }) => {
          if (!(await verifyPassword(hash, password))) return false;
          if (isOutdated(hash)) await renewPasswordHash(store.database, hash, await hashPassword(password));
          return true;
        },
      },
    },
    plugins: [
      username(),
      twoFactor({ issuer: '公开', twoFactorTable: 'accountSecondFactor' }),
      ...(options.singleSignOn === undefined ? [] : [singleSignOn(options.singleSignOn)]),
    ],
    // However somebody comes in, by password, second factor or single sign-on: a disabled account gets no session.
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }) => {
            const account = await store.read((database) => accountById(database, userId));
            if (account === null || account.disabled_at !== null) throw new APIError('UNAUTHORIZED');
            // Their password stands on the sign-in page of a demonstration: in real use nobody comes in by it.
            if (account.demonstration && (await store.read(hasRealPeople)))
              throw new APIError('UNAUTHORIZED');
          },
        },
      },
    },
    // How often one may try is counted by us, in the database that all processes share (sign-in-failures.ts).
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'gongkai',
      useSecureCookies: protocol === 'https:',
      defaultCookieAttributes: { path: `${base}/office`, sameSite: 'lax', httpOnly: true },
      ipAddress: { disableIpTracking: true },
      database: { generateId: newId },
    },
  });
}

export type Auth = ReturnType<typeof openAuth>;
