# Build
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/Bot.Host -c Release -o /app

# Run: no shell is needed, the program folder is read-only, everything that changes is in the one volume
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build --chown=root:root /app .
RUN mkdir /data && chown "$APP_UID" /data
USER $APP_UID
VOLUME /data
ENV DIGESTBOT__Storage__Folder=/data
EXPOSE 8080
# The image has no curl: the program asks itself.
HEALTHCHECK --interval=30s --timeout=30s --start-period=20s CMD ["./digestbot", "health"]
ENTRYPOINT ["./digestbot"]
