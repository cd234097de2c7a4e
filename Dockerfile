# syntax=docker/dockerfile:1

FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# No install script runs: better-sqlite3 brings its binaries inside its package.
RUN npm ci --omit=dev --ignore-scripts
# Types, maps, manuals, C sources and other systems' binaries are half of what is installed, and nothing runs them.
RUN find node_modules -type f \( -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' -o -name '*.map' -o -name '*.md' \) -delete
RUN rm -rf node_modules/better-sqlite3/deps node_modules/better-sqlite3/src
RUN find node_modules/better-sqlite3/prebuilds -type f ! -name 'linux-*' -delete

FROM node:24-slim
ENV NODE_ENV=production
# New objects need no more room than this: on a machine with much memory they would else be given a hundred megabytes.
ENV NODE_OPTIONS=--max-semi-space-size=8
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY package.json LICENSE ./
COPY src ./src
COPY config ./config
RUN install --directory --owner=node --group=node data
USER node
# The root file system may be read-only: the database is in this folder, and Node's compile cache in /tmp.
VOLUME /app/data
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HTTP_PORT || 8080}/healthz`).then((reply) => process.exit(reply.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/main.ts", "run"]
