package io.leasehold.sim.azure;

import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.openai.OpenAiError;

/** The one resource that is simulated. */
final class Resource {
    static final String NAME = "simulated-aoai";
    static final String REGION = "westeurope";
    static final String GROUP = "/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/simulated";
    static final String ID = GROUP + "/providers/Microsoft.CognitiveServices/accounts/" + NAME;

    private Resource() {}

    /** @throws OpenAiError 404 for the path of any other */
    static void require(Exchange exchange) {
        String group =
                "/subscriptions/" + exchange.variable("subscription") + "/resourceGroups/" + exchange.variable("group");
        if (!group.equalsIgnoreCase(GROUP)) {
            throw new AzureError(404, "ResourceGroupNotFound", "Resource group could not be found.");
        }
    }

    /** The same for the account in it. */
    static void requireAccount(Exchange exchange) {
        require(exchange);
        if (!exchange.variable("account").equalsIgnoreCase(NAME)) {
            throw new AzureError(404, "ResourceNotFound", "The Resource was not found.");
        }
    }
}
