# Varnish as a cache in front of Stationmaster. Debian's package varnish has all it needs. Start it so:
#
#   varnishd -a readers=:80 -a purge=127.0.0.1:6082 -f /etc/varnish/stationmaster.vcl \
#     -p http_resp_hdr_len=16k -p http_resp_size=48k
#
# `purge` is where deploy/purge.mjs says what to forget: let nobody else reach it. The two limits make room for
# `Surrogate-Key`, which has up to 5,000 characters. docs/front-ends/caching.md says more, and
# `npm run test:caches` tries it.

vcl 4.1;

import std;

backend default {
    .host = "127.0.0.1"; # here: where Stationmaster listens, with TRUST_PROXY=1
    .port = "3000"; # here
}

sub vcl_recv {
    # On the socket for it, everything is an order to forget: `BAN /` with the names in `Surrogate-Key`.
    if (local.socket == "purge") {
        if (req.method != "BAN" || req.http.Surrogate-Key !~ "^[A-Za-z0-9_/:=@%-]+( [A-Za-z0-9_/:=@%-]+)*$") {
            return (synth(400, "Expected BAN with names in Surrogate-Key"));
        }
        if (std.ban("obj.http.Surrogate-Key ~ (^|[[:space:]])("
            + regsuball(req.http.Surrogate-Key, " ", "|") + ")([[:space:]]|$)")) {
            return (synth(200, "Forgotten"));
        }
        return (synth(500, std.ban_error()));
    }
    if (req.url !~ "^/api/" || (req.method != "GET" && req.method != "HEAD")) {
        return (pass);
    }
    # Whoever says who they are, or shows a preview, is answered by Stationmaster, and nothing of it is kept.
    if (req.http.Authorization || req.http.Preview || req.url ~ "[?&]preview="
        || req.http.Cookie ~ "stationmaster-token") {
        return (pass);
    }
    # Other cookies mean nothing to Stationmaster. `Vary` names the cookie, so they would make answers of their own.
    unset req.http.Cookie;
    # GraphQL answers in the type a client asks for, as `Vary` says: two of them.
    if (req.http.Accept ~ "application/graphql-response\+json") {
        set req.http.Accept = "application/graphql-response+json";
    } else {
        set req.http.Accept = "application/json";
    }
    return (hash);
}

sub vcl_deliver {
    if (obj.hits > 0) {
        set resp.http.X-Cache-Varnish = "HIT";
    } else {
        set resp.http.X-Cache-Varnish = "MISS";
    }
}
