# docker build -t cadenas .
# docker run -p 3000:3000 -v cadenas:/data cadenas                     the demo, on http://localhost:3000
# docker run … -e PUBLIC_URL=https://… -e CADENAS_SECRETS=… -e SMTP_URL=…   production (see README)

# Where a prebuilt sqlite3 does not fit, npm compiles it: the full image has the compiler, the slim one does not.
FROM node:24 AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev

FROM node:24-slim
ENV NODE_ENV=production \
    DATA_DIR=/data \
    PORT=3000
WORKDIR /app
RUN install -d -o node -g node -m 0700 /data
COPY --from=dependencies /app/node_modules node_modules
COPY package.json tsconfig.json README.md LICENSE CHANGELOG.md ./
COPY policies policies
COPY db db
COPY views views
COPY provider provider
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--import", "tsx", "provider/cli/main.ts", "serve"]
